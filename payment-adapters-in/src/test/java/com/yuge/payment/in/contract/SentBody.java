package com.yuge.payment.in.contract;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;

/** Reads what a JDK's client sends, which is only told to who subscribes to it. */
final class SentBody implements Flow.Subscriber<ByteBuffer> {
  private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);

  private SentBody() {}

  static String of(HttpRequest request) {
    return request.bodyPublisher().map(SentBody::read).orElse("");
  }

  private static String read(BodyPublisher publisher) {
    SentBody body = new SentBody();
    publisher.subscribe(body);
    return body.text.getBody().toCompletableFuture().join();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    text.onSubscribe(subscription);
  }

  @Override
  public void onNext(ByteBuffer part) {
    text.onNext(List.of(part));
  }

  @Override
  public void onError(Throwable error) {
    text.onError(error);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
