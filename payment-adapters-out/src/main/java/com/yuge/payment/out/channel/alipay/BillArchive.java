package com.yuge.payment.out.channel.alipay;

import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import com.yuge.payment.out.channel.statement.FileDefects.Reading;
import com.yuge.payment.out.channel.statement.StatementBounds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The ZIP of a bill. Names of its files are compared and never used as paths. */
final class BillArchive {
  private static final String DETAILS = "_业务明细.csv";
  private static final int MOST_FILES = 16;

  private final ZipInputStream zip;
  private final InputStream unpacked;
  private int files;

  /** The bounds apply to all files together. */
  BillArchive(InputStream packed, Charset names, StatementBounds bounds) throws IOException {
    this.zip = new ZipInputStream(packed, names);
    this.unpacked = bounds.bounded(zip);
  }

  /** Reads the one file of details, through {@link #details}. */
  <T> T readDetails(Reading<T> reading) throws UnreadableStatement, IOException {
    if (!toDetails()) {
      throw new UnreadableStatement(Reason.ARCHIVE, "it lacks the file of details");
    }
    T read = reading.read();
    if (toDetails()) {
      throw new UnreadableStatement(Reason.ARCHIVE, "it has two files of details");
    }
    return read;
  }

  /** The text of the details, which ends where the file does. */
  InputStream details() {
    return unpacked;
  }

  private boolean toDetails() throws UnreadableStatement, IOException {
    for (ZipEntry file = next(); file != null; file = next()) {
      if (file.getName().endsWith(DETAILS)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable ZipEntry next() throws UnreadableStatement, IOException {
    if (files > 0) {
      // Otherwise the ZIP stream would unpack the rest of a file without a bound.
      unpacked.transferTo(OutputStream.nullOutputStream());
    }
    if (++files > MOST_FILES) {
      throw new UnreadableStatement(Reason.ARCHIVE, "it has more than " + MOST_FILES + " files");
    }
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new UnreadableStatement(Reason.ARCHIVE, "a name that is no text");
    }
  }
}
