package com.yuge.payment.app.settings;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks whether the traffic to a server is unencrypted. The check uses only the text of the
 * address; an address that cannot be parsed counts as another machine. Names are not resolved,
 * because they can point to another machine later.
 */
final class TransportRules {
  private static final Pattern HOSTS = Pattern.compile("jdbc:mysql[+:\\w]*://([^/?]*)");

  /** The driver accepts the key in upper or lower case, also in the part of a host. */
  private static final Pattern SSL_MODE =
      Pattern.compile("(?<![\\w])sslMode=([^&,)]*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern TLS =
      Pattern.compile("REQUIRED|VERIFY_CA|VERIFY_IDENTITY", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]+)?");

  private TransportRules() {}

  static boolean isPlainDatabase(String url) {
    Matcher hosts = HOSTS.matcher(url);
    boolean near =
        hosts.lookingAt()
            && Stream.of(hosts.group(1).split(",", -1)).allMatch(TransportRules::isNear);
    return !near && !isEncrypted(url);
  }

  /** The Sentinels count, too: their answers name the servers, and TLS is for all or for none. */
  static boolean isPlainRedis(URI uri, List<String> sentinels) {
    return "redis".equals(uri.getScheme())
        && !(isNear(String.valueOf(uri.getHost()))
            && sentinels.stream().allMatch(TransportRules::isNear));
  }

  /** Returns whether any name server is on another machine. Its answers name the brokers. */
  static boolean isElsewhere(String nameServers) {
    return !Stream.of(nameServers.split(";", -1)).allMatch(TransportRules::isNear);
  }

  private static boolean isEncrypted(String url) {
    List<String> modes =
        SSL_MODE.matcher(url).results().map((MatchResult mode) -> mode.group(1)).toList();
    return !modes.isEmpty() && modes.stream().allMatch(mode -> TLS.matcher(mode).matches());
  }

  private static boolean isNear(String host) {
    return LOOPBACK.matcher(host).matches();
  }
}
