package com.yuge.payment.app.contract;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.yuge.payment.in.contract.OpenApiDocument;
import com.yuge.payment.in.web.PublicPaths;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** The document has the paths and methods of both ports, and no others. */
class DocumentedPathsE2eTest {
  private static final String ANY_CALLBACK = "/channels/{}/{}";

  /** Where the container reports errors. Whoever calls it gets 404. */
  private static final String ERROR = "/error";

  /** Boot serves files of the class path below these, and the jar has none. */
  private static final Set<String> FILES = Set.of("/**", "/webjars/**");

  private static Set<String> documented(boolean operators) {
    return OpenApiDocument.ONE.operations().stream()
        .filter(one -> one.isOfOperators() == operators)
        .map(one -> one.method() + " " + withoutNames(one.path()))
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void theCallersPortHasThePathsOfTheDocument() {
    ApplicationContext context = KeyedService.ONE.callers();
    Set<String> served =
        Stream.concat(mapped(context), files(context)).collect(toCollection(TreeSet::new));
    assertThat(served.remove("POST " + ANY_CALLBACK)).isTrue();
    callbacks(context).forEach(path -> served.add("POST " + path));

    assertThat(documented(false)).isEqualTo(served);
  }

  @Test
  void theOperatorsPortHasThePathsOfTheDocument() {
    ApplicationContext context = KeyedService.ONE.operators().context();
    Set<String> served =
        Stream.concat(mapped(context), files(context)).collect(toCollection(TreeSet::new));

    assertThat(documented(true)).isEqualTo(served);
  }

  /** Of each channel's reader. */
  private static Stream<String> callbacks(ApplicationContext context) {
    return context.getBeansOfType(PublicPaths.class).values().stream()
        .flatMap(paths -> paths.paths().stream());
  }

  private static Stream<String> mapped(ApplicationContext context) {
    return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(DocumentedPathsE2eTest::operations)
        .filter(operation -> !operation.endsWith(" " + ERROR));
  }

  private static Stream<String> operations(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    Stream<String> names =
        methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(RequestMethod::name);
    return names.flatMap(
        name -> info.getPatternValues().stream().map(path -> name + " " + withoutNames(path)));
  }

  private static Stream<String> files(ApplicationContext context) {
    return context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
        .map(AbstractUrlHandlerMapping::getHandlerMap)
        .map(Map::entrySet)
        .flatMap(Set::stream)
        .filter(one -> one.getValue() instanceof ResourceHttpRequestHandler)
        .map(Map.Entry::getKey)
        .filter(path -> !FILES.contains(path))
        .map(path -> HttpMethod.GET + " " + path);
  }

  /** The names of parameters are not on the wire. The health of a component is below its group. */
  private static String withoutNames(String path) {
    return path.replaceAll("\\{[^{}:]+(:([^{}]|\\{[^{}]*})*)?}", "{}").replace("/**", "/{}");
  }
}
