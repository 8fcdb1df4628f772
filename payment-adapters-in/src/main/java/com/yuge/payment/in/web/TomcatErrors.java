package com.yuge.payment.in.web;

import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** Puts the envelope where Tomcat has its error page. */
final class TomcatErrors implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
  private final FailureAnswers answers;

  TomcatErrors(FailureAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(this::replaceErrorPage);
  }

  private void replaceErrorPage(Context context) {
    StandardHost host = (StandardHost) context.getParent();
    // Of several the innermost answers: without a name Tomcat adds none of its own behind ours.
    host.setErrorReportValveClass("");
    host.getPipeline().addValve(new EnvelopeErrorValve(answers));
  }
}
