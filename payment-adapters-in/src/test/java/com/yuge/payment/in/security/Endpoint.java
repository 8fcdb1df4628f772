package com.yuge.payment.in.security;

import com.yuge.payment.in.PaymentHttp;
import com.yuge.payment.in.contract.OpenApiDocument;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An endpoint of the callers' port.
 *
 * @param path with its parameters in braces
 */
record Endpoint(String method, String path) {
  /** A path's parameter with its grammar, which may have braces, too. */
  private static final Pattern GRAMMAR = Pattern.compile("\\{([^{}:]+):(?:[^{}]|\\{[^{}]*})*}");

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** Where the container reports errors. */
  private static final String ERROR = "/error";

  /** Believed by their signature: a client's key is not looked at. */
  private static final Set<String> CALLBACKS =
      Set.of("/channels/{channel}/{kind}", "/payments/mock-callback");

  /** Those that Spring MVC has, except callbacks. */
  static Set<String> served(PaymentHttp http) {
    return http.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
        .flatMap(Endpoint::of)
        .filter(one -> !one.path.equals(ERROR) && !CALLBACKS.contains(one.path))
        .map(Endpoint::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Endpoint> of(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    // A mapping without methods takes all of them.
    Stream<String> names =
        methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(RequestMethod::name);
    return names.flatMap(
        name ->
            info.getPatternValues().stream()
                .map(path -> new Endpoint(name, GRAMMAR.matcher(path).replaceAll("{$1}"))));
  }

  /** Those that the document has, except callbacks. */
  static Stream<Endpoint> documented() {
    return OpenApiDocument.ONE.operations().stream()
        .filter(one -> !one.isOfOperators() && !one.path().startsWith("/channels/"))
        .map(one -> new Endpoint(one.method(), one.path()))
        .filter(one -> !CALLBACKS.contains(one.path));
  }

  /** Its path with those values in place of the parameters. */
  String target(Map<String, String> values) {
    return PARAMETER.matcher(path).replaceAll(name -> value(values, name.group(1)));
  }

  private static String value(Map<String, String> values, String parameter) {
    return Objects.requireNonNull(
        values.get(parameter), () -> "no value for the parameter " + parameter);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
