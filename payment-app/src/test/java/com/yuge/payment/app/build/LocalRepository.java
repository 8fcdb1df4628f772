package com.yuge.payment.app.build;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.resolution.ModelResolver;

/** What Maven fetched for this build. A POM that the build inherits or imports is always there. */
record LocalRepository(Path root) implements ModelResolver {
  private static final Path ROOT = Path.of(System.getProperty("maven.repository"));

  static LocalRepository ofThisBuild() {
    return new LocalRepository(ROOT);
  }

  /** The libraries on this JVM's class path, without our own modules. */
  List<Library> libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(jar -> jar.startsWith(root))
        .map(jar -> Library.at(root.relativize(jar)))
        .toList();
  }

  @Override
  public FileModelSource resolveModel(String groupId, String artifactId, String version) {
    Path folder = root.resolve(groupId.replace('.', '/')).resolve(artifactId).resolve(version);
    return new FileModelSource(folder.resolve(artifactId + "-" + version + ".pom").toFile());
  }

  @Override
  public FileModelSource resolveModel(Parent parent) {
    return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
  }

  @Override
  public FileModelSource resolveModel(Dependency bom) {
    return resolveModel(bom.getGroupId(), bom.getArtifactId(), bom.getVersion());
  }

  @Override
  public void addRepository(Repository repository) {
    // All is here already.
  }

  @Override
  public void addRepository(Repository repository, boolean replace) {
    // All is here already.
  }

  @Override
  public ModelResolver newCopy() {
    return this;
  }
}
