package com.yuge.payment.in.web;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigUtils;

/**
 * Takes out what looks through every method of every bean, at each start, for annotations that
 * nobody uses here. A rule of the architecture forbids them.
 */
final class FewerProcessors implements BeanDefinitionRegistryPostProcessor {
  private static final List<String> UNUSED =
      List.of(
          AnnotationConfigUtils.COMMON_ANNOTATION_PROCESSOR_BEAN_NAME,
          AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME,
          AnnotationConfigUtils.EVENT_LISTENER_FACTORY_BEAN_NAME);

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    UNUSED.stream()
        .filter(registry::containsBeanDefinition)
        .forEach(registry::removeBeanDefinition);
  }
}
