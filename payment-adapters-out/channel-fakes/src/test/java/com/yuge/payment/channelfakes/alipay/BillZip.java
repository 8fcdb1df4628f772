package com.yuge.payment.channelfakes.alipay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The texts in a bill's ZIP, by the names of their files. */
record BillZip(Map<String, String> files) {
  private static final Charset GBK = Charset.forName("GBK");

  static BillZip read(byte[] bytes) {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), GBK)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), GBK));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BillZip(files);
  }

  String file(String end) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(end))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  List<String> details() {
    return file("_业务明细.csv").lines().toList();
  }

  List<String> summary() {
    return file("_业务明细(汇总).csv").lines().toList();
  }
}
