package com.yuge.payment.app.failover;

import java.nio.file.Files;
import java.nio.file.Path;

/** What these proofs need beside Java and Maven. */
enum DebianProgram {
  HAPROXY("/usr/sbin/haproxy", "haproxy"),
  FAKETIME("/usr/lib/%s-linux-gnu/faketime/libfaketimeMT.so.1", "faketime");

  private final String file;
  private final String debianPackage;

  DebianProgram(String file, String debianPackage) {
    this.file = file;
    this.debianPackage = debianPackage;
  }

  /**
   * @throws IllegalStateException when it is not installed; the message says how to install it
   */
  Path require() {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    Path path = Path.of(file.formatted(machine));
    if (!Files.exists(path)) {
      throw new IllegalStateException(
          "this proof needs %s: apt-get install %s".formatted(path, debianPackage));
    }
    return path;
  }
}
