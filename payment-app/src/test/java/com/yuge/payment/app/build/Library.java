package com.yuge.payment.app.build;

import java.nio.file.Path;

/** A library by its coordinates. */
record Library(String groupId, String artifactId, String version) {

  /** Reads group/artifact/version/file, where the group's parts are folders. */
  static Library at(Path jar) {
    int artifact = jar.getNameCount() - 3;
    String separator = jar.getFileSystem().getSeparator();
    return new Library(
        jar.subpath(0, artifact).toString().replace(separator, "."),
        jar.getName(artifact).toString(),
        jar.getName(artifact + 1).toString());
  }

  String name() {
    return groupId + ":" + artifactId;
  }
}
