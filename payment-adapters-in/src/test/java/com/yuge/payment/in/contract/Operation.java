package com.yuge.payment.in.contract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * An operation of the document.
 *
 * @param path with its parameters in braces
 * @param item what the document says of the path
 */
public record Operation(String path, String method, Part item) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(.+)}");
  private static final String SECURITY = "security";

  /** What the document says of the operation. */
  public Part part() {
    return item.get(method.toLowerCase(Locale.ROOT));
  }

  /** Whether it is on the operators' port. Paths of the callers' port name no server. */
  public boolean isOfOperators() {
    return item.get("servers").exists();
  }

  /** Whether it exists only where a setting switches it on. */
  boolean mayBeOff() {
    return part().get("x-setting").exists();
  }

  /** Whether its last parameter is all that is left of the path. */
  private boolean takesTheRest() {
    return part().get("x-rest-of-path").exists();
  }

  /** The roles of which a key needs one; empty if no key is needed. */
  public Optional<Set<String>> roles() {
    List<Part> alternatives = part().get(SECURITY).elements().toList();
    return alternatives.isEmpty()
        ? Optional.empty()
        : Optional.of(
            alternatives.stream()
                .flatMap(one -> one.get("bearer").texts())
                .collect(Collectors.toSet()));
  }

  public List<Part> parameters() {
    return Stream.of(item, part()).flatMap(at -> at.get("parameters").elements()).toList();
  }

  /** The paths' parameters have patterns, and others are no path of this operation. */
  boolean isAt(String rawPath) {
    String[] mine = path.split("/", -1);
    String[] its = rawPath.split("/", takesTheRest() ? mine.length : -1);
    if (mine.length != its.length) {
      return false;
    }
    int compared = takesTheRest() ? mine.length - 1 : mine.length;
    for (int i = 0; i < compared; i++) {
      if (!isAt(mine[i], decoded(its[i]))) {
        return false;
      }
    }
    return true;
  }

  private boolean isAt(String mine, String its) {
    return PARAMETER
        .matcher(mine)
        .results()
        .findFirst()
        .map(parameter -> accepts(parameter.group(1), its))
        .orElseGet(() -> mine.equals(its));
  }

  private boolean accepts(String parameter, String value) {
    return parameters().stream()
        .filter(one -> one.json().path("name").asString().equals(parameter))
        .map(one -> one.get("schema"))
        .allMatch(schema -> !value.isEmpty() && Values.fits(schema, value));
  }

  private static String decoded(String segment) {
    try {
      return UriUtils.decode(segment, "UTF-8");
    } catch (IllegalArgumentException unreadable) {
      return segment;
    }
  }

  int parameterCount() {
    return path.split("\\{", -1).length;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
