package com.yuge.payment.app.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk of the broker's own, a tmpfs; only root may mount one. */
final class SmallDisk implements AutoCloseable {
  private static final String SIZE = "size=384m";
  private static final Path FULL = Path.of("/proc/mounts");
  private static final byte[] PIECE = new byte[1 << 18];

  /** Less than the broker accepts messages with, which is a tenth of its disk. */
  private static final double LEFT = 0.04;

  private final Path folder;
  private final boolean mounted;

  private SmallDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** Mounts it there; without the right to mount, the folder is on the same disk as all others. */
  static SmallDisk at(Path folder) {
    try {
      Path real = Files.createDirectories(folder).toRealPath();
      if (Files.exists(FULL) && Files.readString(FULL).contains(" " + real + " ")) {
        int unused = Signals.run("umount", "-l", real.toString()); // Of a run that was killed.
      }
      boolean may = Signals.run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", real.toString()) == 0;
      if (!may) {
        System.out.println("No disk becomes full: mounting a tmpfs needs root.");
      }
      SmallDisk disk = new SmallDisk(real, may);
      Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
      return disk;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + folder, e);
    }
  }

  /** A folder as any other. */
  static SmallDisk none(Path folder) {
    return new SmallDisk(folder, false);
  }

  boolean canBeFull() {
    return mounted;
  }

  /** Only a little is left. */
  void fill() {
    try (OutputStream file = Files.newOutputStream(filler())) {
      FileStore store = Files.getFileStore(folder);
      while (store.getUsableSpace() > LEFT * store.getTotalSpace()) {
        file.write(PIECE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot fill " + folder, e);
    }
  }

  void free() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot free " + folder, e);
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  @Override
  public void close() {
    if (mounted) {
      int unused = Signals.run("umount", "-l", folder.toString());
    }
  }
}
