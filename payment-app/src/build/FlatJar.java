import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.Runtime.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts a jar and those of a folder into one, uncompressed: {@code FlatJar app.jar lib}. Java looks for
 * each class in one jar after the other, and inflates it; with a hundred jars it looked 370,000 times
 * at the service's start.
 *
 * <p>What of one name only one jar may have, and two have, ends the build.
 */
public final class FlatJar {
  /** The Java that the service is built for; what jars have for it and older ones is taken. */
  private static final int RELEASE = 17;

  private static final Pattern FOR_A_RELEASE = Pattern.compile("META-INF/versions/(\\d+)/.+");
  private static final Pattern NEEDLESS =
      Pattern.compile(
          "(.*/)?module-info\\.class|META-INF/(INDEX\\.LIST|MANIFEST\\.MF|[^/]+\\.(SF|DSA|RSA))"
              + "|META-INF/(web-fragment\\.xml|spring\\.tooling|spring-devtools\\.properties)"
              + "|META-INF/(additional-)?spring-configuration-metadata\\.json|META-INF/maven/.*\\.xml");
  private static final Pattern LINES =
      Pattern.compile(
          "META-INF/services/.*|META-INF/spring/.*\\.imports|META-INF/spring\\.(handlers|schemas)"
              + "|META-INF/(spring-autoconfigure-metadata|io\\.netty\\.versions)\\.properties");
  private static final Pattern LISTS = Pattern.compile("META-INF/spring(\\.|/aot\\.)factories");
  private static final Pattern ABOUT_A_JAR =
      Pattern.compile(
          "(META-INF/)?(?i:LICENSE|NOTICE|COPYRIGHT|DEPENDENCIES|README)[^/]*|META-INF/maven/.+");

  private final SortedMap<String, byte[]> content = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    Path application = Path.of(arguments[0]);
    FlatJar flat = new FlatJar();
    flat.add(application);
    try (Stream<Path> libraries = Files.list(Path.of(arguments[1]))) {
      for (Path library : libraries.sorted().collect(Collectors.toList())) {
        flat.add(library);
      }
    }
    flat.write(application, manifest(application));
  }

  private static Manifest manifest(Path application) throws IOException {
    try (JarFile jar = new JarFile(application.toFile())) {
      Manifest manifest = jar.getManifest();
      manifest.getMainAttributes().remove(Attributes.Name.CLASS_PATH);
      manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
      return manifest;
    }
  }

  private void add(Path path) throws IOException {
    String jarName = path.getFileName().toString().replaceFirst("\\.jar$", "");
    try (JarFile jar =
        new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Version.parse("" + RELEASE))) {
      List<JarEntry> entries =
          Stream.concat(jar.versionedStream(), jar.stream().filter(entry -> isNewer(jar, entry)))
              .filter(entry -> !entry.isDirectory() && !NEEDLESS.matcher(entry.getName()).matches())
              .collect(Collectors.toList());
      for (JarEntry entry : entries) {
        String name = entry.getName();
        String place =
            ABOUT_A_JAR.matcher(name).matches() ? "META-INF/jars/" + jarName + "/" + name : name;
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        content.merge(place, bytes, (first, second) -> merged(place, first, second));
      }
    }
  }

  /** For a later Java than the service is built for; stays where it is, and that one takes it. */
  private static boolean isNewer(JarFile jar, JarEntry entry) {
    Matcher versioned = FOR_A_RELEASE.matcher(entry.getName());
    return jar.isMultiRelease()
        && versioned.matches()
        && Integer.parseInt(versioned.group(1)) > RELEASE;
  }

  private static byte[] merged(String name, byte[] first, byte[] second) {
    if (LISTS.matcher(name).matches()) {
      Properties lists = properties(first);
      properties(second).forEach((key, list) -> lists.merge(key, list, (a, b) -> a + "," + b));
      return lists.entrySet().stream()
          .map(list -> list.getKey() + "=" + list.getValue())
          .sorted()
          .collect(Collectors.joining("\n"))
          .getBytes(StandardCharsets.ISO_8859_1);
    }
    if (LINES.matcher(name).matches()) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(first);
      both.write('\n');
      both.writeBytes(second);
      return both.toByteArray();
    }
    if (Arrays.equals(first, second)) {
      return first;
    }
    throw new IllegalStateException(name + " is in two jars, and they differ");
  }

  private static Properties properties(byte[] bytes) {
    Properties properties = new Properties();
    try {
      properties.load(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return properties;
  }

  private void write(Path jar, Manifest manifest) throws IOException {
    // Who looks for files below a folder, such as migrations, asks for the folder.
    for (String name : List.copyOf(content.keySet())) {
      for (int at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
        content.put(name.substring(0, at + 1), new byte[0]);
      }
    }
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    manifest.write(first);
    try (JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar))) {
      put(to, JarFile.MANIFEST_NAME, first.toByteArray());
      for (var entry : content.entrySet()) {
        put(to, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void put(JarOutputStream to, String name, byte[] bytes) throws IOException {
    CRC32 check = new CRC32();
    check.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(check.getValue());
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same jar from the same classes
    to.putNextEntry(entry);
    to.write(bytes);
    to.closeEntry();
  }
}
