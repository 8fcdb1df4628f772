package com.yuge.payment.out.channel;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of an HTTP client; none of them waits for an answer. The number of calls in progress
 * limits the length of their queue. Idle threads end, because a client of Java 17 cannot be closed.
 */
final class CallThreads extends ThreadPoolExecutor {
  private static final int MOST = 8;

  CallThreads() {
    super(MOST, MOST, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), CallThreads::daemon);
    allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "channel-http");
    thread.setDaemon(true);
    // Not the class loader of the web application, whose request starts the thread: Tomcat would
    // report the thread as a leak.
    thread.setContextClassLoader(CallThreads.class.getClassLoader());
    return thread;
  }
}
