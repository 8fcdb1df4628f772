package com.yuge.payment.app.build;

import java.nio.file.Path;

/** A library by its coordinates. */
record Library(String groupId, String artifactId, String version) {

  /** Reads group/artifact/version/file, where the group's parts are folders. */
  static Library at(Path jar) {
    Path artifact = jar.getParent().getParent();
    String group = artifact.getParent().toString().replace(jar.getFileSystem().getSeparator(), ".");
    return new Library(
        group, artifact.getFileName().toString(), jar.getParent().getFileName().toString());
  }

  String name() {
    return groupId + ":" + artifactId;
  }
}
