package com.yuge.payment.in.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The remote address of a connection, as the key for rate limits. */
public final class RemoteAddress {
  /** The IPv6 prefix of one customer. The customer can use any address inside it. */
  private static final int PREFIX_BYTES = 8;

  private RemoteAddress() {}

  /** Returns the address, or the first 64 bits of an IPv6 address. */
  public static String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    // This never looks up a name: only texts with a colon are parsed, and a host name has none.
    return address != null && address.indexOf(':') >= 0 ? network(address) : "" + address;
  }

  private static String network(String address) {
    try {
      InetAddress read = InetAddress.getByName(address.replaceFirst("%.*", ""));
      return read instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), PREFIX_BYTES)) + "/64"
          : read.getHostAddress();
    } catch (UnknownHostException unreadable) {
      return address;
    }
  }
}
