package com.yuge.payment.app.proof;

import io.netty.channel.ChannelHandlerContext;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.rocketmq.common.constant.PermName;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageDecoder;
import org.apache.rocketmq.remoting.common.TlsMode;
import org.apache.rocketmq.remoting.netty.NettyRemotingServer;
import org.apache.rocketmq.remoting.netty.NettyRequestProcessor;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.remoting.netty.TlsSystemConfig;
import org.apache.rocketmq.remoting.protocol.RemotingCommand;
import org.apache.rocketmq.remoting.protocol.RequestCode;
import org.apache.rocketmq.remoting.protocol.ResponseCode;
import org.apache.rocketmq.remoting.protocol.header.SendMessageRequestHeader;
import org.apache.rocketmq.remoting.protocol.header.SendMessageResponseHeader;
import org.apache.rocketmq.remoting.protocol.route.BrokerData;
import org.apache.rocketmq.remoting.protocol.route.QueueData;
import org.apache.rocketmq.remoting.protocol.route.TopicRouteData;

/** Speaks RocketMQ's protocol as name server and broker, and answers a send as it is told. */
final class ScriptedBroker implements AutoCloseable {
  private static final String NAME = "scripted";
  private static final int QUEUES = 16;
  private static final int THREADS = 16;

  static {
    // Nobody speaks TLS here, and the keys for it take longer than all the rest.
    TlsSystemConfig.tlsMode = TlsMode.DISABLED;
  }

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final NettyRemotingServer server;
  private final List<Delivery> kept = new ArrayList<>();
  private Answer answer = Answer.KEPT;
  private int failures;

  /** What a broker may answer to a send, and whether it has the batch all the same. */
  enum Answer {
    KEPT(ResponseCode.SUCCESS, true),
    BUSY(ResponseCode.SYSTEM_BUSY, false),
    TROUBLED(ResponseCode.SYSTEM_ERROR, false),
    NOT_AVAILABLE(ResponseCode.SERVICE_NOT_AVAILABLE, false),
    NO_PERMISSION(ResponseCode.NO_PERMISSION, false),
    TOPIC_GONE(ResponseCode.TOPIC_NOT_EXIST, false),
    NOT_FLUSHED(ResponseCode.FLUSH_DISK_TIMEOUT, true),
    NOT_REPLICATED(ResponseCode.FLUSH_SLAVE_TIMEOUT, true),
    NONE(-1, true);

    private final int code;
    private final boolean keeps;

    Answer(int code, boolean keeps) {
      this.code = code;
      this.keeps = keeps;
    }
  }

  ScriptedBroker() {
    NettyServerConfig config = new NettyServerConfig();
    config.setBindAddress("127.0.0.1");
    config.setListenPort(0);
    server = new NettyRemotingServer(config);
    register(RequestCode.GET_ROUTEINFO_BY_TOPIC, this::route);
    register(RequestCode.SEND_MESSAGE_V2, this::send);
    register(RequestCode.SEND_BATCH_MESSAGE, this::send);
    server.registerDefaultProcessor(processor(ScriptedBroker::yes), threads);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.localListenPort();
  }

  synchronized void answer(Answer next) {
    answer = next;
    failures = 0;
  }

  /** How often it gave an answer that does not count as kept, since it was told to. */
  synchronized int failures() {
    return failures;
  }

  synchronized List<Delivery> kept() {
    return List.copyOf(kept);
  }

  private interface Handler {
    RemotingCommand handle(RemotingCommand request) throws Exception;
  }

  private void register(int code, Handler handler) {
    server.registerProcessor(code, processor(handler), threads);
  }

  private static NettyRequestProcessor processor(Handler handler) {
    return new NettyRequestProcessor() {
      @Override
      public RemotingCommand processRequest(ChannelHandlerContext context, RemotingCommand request)
          throws Exception {
        return handler.handle(request);
      }

      @Override
      public boolean rejectRequest() {
        return false;
      }
    };
  }

  private static RemotingCommand yes(RemotingCommand request) {
    return RemotingCommand.createResponseCommand(ResponseCode.SUCCESS, null);
  }

  private RemotingCommand route(RemotingCommand request) {
    QueueData queues = new QueueData();
    queues.setBrokerName(NAME);
    queues.setReadQueueNums(QUEUES);
    queues.setWriteQueueNums(QUEUES);
    queues.setPerm(PermName.PERM_READ | PermName.PERM_WRITE);
    TopicRouteData route = new TopicRouteData();
    route.setQueueDatas(List.of(queues));
    route.setBrokerDatas(List.of(new BrokerData(NAME, NAME, new HashMap<>(Map.of(0L, address())))));
    RemotingCommand response = yes(request);
    response.setBody(route.encode());
    return response;
  }

  // Without a response the client waits until its time is up.
  @SuppressWarnings("NullAway")
  private synchronized RemotingCommand send(RemotingCommand request) throws Exception {
    SendMessageRequestHeader header = SendMessageRequestHeader.parseRequestHeader(request);
    if (answer.keeps) {
      messages(request, header)
          .forEach(m -> kept.add(Delivery.of(m, "scripted-" + header.getQueueId())));
    }
    failures += answer == Answer.KEPT ? 0 : 1;
    return answer == Answer.NONE ? null : response(header);
  }

  private RemotingCommand response(SendMessageRequestHeader header) {
    RemotingCommand response =
        RemotingCommand.createResponseCommand(SendMessageResponseHeader.class);
    SendMessageResponseHeader told = (SendMessageResponseHeader) response.readCustomHeader();
    told.setMsgId("scripted");
    told.setQueueId(header.getQueueId());
    told.setQueueOffset((long) kept.size());
    response.setCode(answer.code);
    response.setRemark("scripted");
    return response;
  }

  private static List<Message> messages(RemotingCommand request, SendMessageRequestHeader header)
      throws Exception {
    if (header.isBatch()) {
      return MessageDecoder.decodeMessages(ByteBuffer.wrap(request.getBody()));
    }
    Message one = new Message();
    MessageDecoder.string2messageProperties(header.getProperties())
        .forEach((name, value) -> put(one, name, value));
    return List.of(one);
  }

  private static void put(Message message, String name, String value) {
    if (name.equals(MessageConst.PROPERTY_KEYS)) {
      message.setKeys(value);
    } else if (!MessageConst.STRING_HASH_SET.contains(name)) {
      message.putUserProperty(name, value);
    }
  }

  @Override
  public void close() {
    server.shutdown();
    threads.shutdownNow();
  }
}
