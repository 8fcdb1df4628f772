package com.yuge.payment.in.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who is at the other end of the connection, as far as limits tell callers apart. */
public final class RemoteAddress {
  /** What one customer is given of IPv6: within it anybody has as many addresses as there are. */
  private static final int PREFIX_BYTES = 8;

  private RemoteAddress() {}

  /** The address; of IPv6 its first 64 bits. */
  public static String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    // No name is looked up: only what holds a colon is read, and a name cannot.
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
