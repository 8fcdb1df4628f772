package com.yuge.payment.out.channel;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Limits the length of a body: a longer one fails as soon as it exceeds the maximum. */
final class BoundedBody<T> implements BodySubscriber<T> {
  private final BodySubscriber<T> body;
  private final long mostBytes;
  private long bytes;
  private Flow.@Nullable Subscription subscription;

  private BoundedBody(BodySubscriber<T> body, long mostBytes) {
    this.body = body;
    this.mostBytes = mostBytes;
  }

  static <T> BodyHandler<T> of(BodyHandler<T> handler, long mostBytes) {
    return head -> new BoundedBody<>(handler.apply(head), mostBytes);
  }

  @Override
  public CompletionStage<T> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    subscription = begun;
    body.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (isTooLong()) {
      return;
    }
    bytes += buffers.stream().mapToLong(Buffer::remaining).sum();
    if (!isTooLong()) {
      body.onNext(buffers);
      return;
    }
    if (subscription != null) {
      subscription.cancel();
    }
    body.onError(new IOException("a body of more than " + mostBytes + " bytes"));
  }

  private boolean isTooLong() {
    return bytes > mostBytes;
  }

  @Override
  public void onError(Throwable broken) {
    if (!isTooLong()) {
      body.onError(broken);
    }
  }

  @Override
  public void onComplete() {
    if (!isTooLong()) {
      body.onComplete();
    }
  }
}
