package com.yuge.payment.out.channel.statement;

import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.domain.channel.UnreadableStatement.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;

/** Names what is wrong with a file, by the exception of the layer that found it. */
public final class FileDefects {
  private FileDefects() {}

  /** Reads a file through layers that unpack, bound and decode it. */
  public interface Reading<T> {
    T read() throws UnreadableStatement, IOException;
  }

  /** Returns what was read; other errors, such as those of the disk, stay as they are. */
  public static <T> T named(Reading<T> reading) throws UnreadableStatement, IOException {
    try {
      return reading.read();
    } catch (CharacterCodingException e) {
      throw new UnreadableStatement(Reason.ENCODING, "a byte that is no text");
    } catch (StatementBounds.TooLarge e) {
      throw new UnreadableStatement(Reason.TOO_LARGE, String.valueOf(e.getMessage()));
    } catch (EOFException e) {
      throw new UnreadableStatement(Reason.TRUNCATED, "the archive ends in its middle");
    } catch (ZipException e) {
      throw new UnreadableStatement(Reason.ARCHIVE, "it cannot be unpacked");
    }
  }
}
