import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes each jar of a folder anew without compression: a fifth of what the main thread does at the
 * service's start would be inflating classes.
 */
public final class StoreJars {
  private StoreJars() {}

  public static void main(String[] folder) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(folder[0]), "*.jar")) {
      for (Path jar : jars) {
        Path stored = jar.resolveSibling(jar.getFileName() + ".stored");
        store(jar, stored);
        Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void store(Path jar, Path stored) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(stored))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(plain(entry));
        try (InputStream content = from.getInputStream(entry)) {
          content.transferTo(to);
        }
        to.closeEntry();
      }
    }
  }

  private static ZipEntry plain(ZipEntry entry) {
    ZipEntry plain = new ZipEntry(entry.getName());
    plain.setTimeLocal(entry.getTimeLocal());
    plain.setMethod(ZipEntry.STORED);
    plain.setSize(entry.getSize());
    plain.setCrc(entry.getCrc());
    return plain;
  }
}
