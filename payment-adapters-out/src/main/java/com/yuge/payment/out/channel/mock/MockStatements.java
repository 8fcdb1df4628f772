package com.yuge.payment.out.channel.mock;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.channel.StatementAnswer;
import com.yuge.payment.domain.channel.StatementGateway;
import com.yuge.payment.domain.channel.StatementLine;
import com.yuge.payment.domain.channel.StatementRequest;
import com.yuge.payment.domain.channel.StatementSource;
import com.yuge.payment.domain.channel.StatementTotals;
import com.yuge.payment.domain.channel.UnknownReason.Cause;
import com.yuge.payment.domain.channel.UnreadableStatement;
import com.yuge.payment.out.channel.ChannelCallException;
import com.yuge.payment.out.channel.ChannelHttp;
import com.yuge.payment.out.channel.ChannelRequest;
import com.yuge.payment.out.channel.statement.FileDefects;
import com.yuge.payment.out.channel.statement.StatementBounds;
import com.yuge.payment.out.channel.statement.StatementText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.input.TeeInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The MOCK channel's statements. It signs the answer with a file's token and SHA-256; the file
 * itself is not signed.
 */
final class MockStatements implements StatementGateway {
  private static final String MERCHANT = "MOCK";
  private static final String KIND = "ALL";

  /** The statement of a day is written at this time of the next day, in Beijing. */
  private static final LocalTime READY = LocalTime.of(1, 0);

  private final ChannelHttp http;
  private final MockRequests requests;
  private final HmacSignatures answers;
  private final Supplier<String> nonces;
  private final Settings settings;

  /**
   * Where the channel is.
   *
   * @param feeRate what it takes of a payment; null if fees are not checked
   */
  record Settings(URI url, @Nullable BigDecimal feeRate, StatementBounds bounds) {}

  MockStatements(
      ChannelHttp http, Settings settings, HmacSignatures answers, Supplier<String> nonces) {
    this.http = http;
    this.settings = settings;
    this.requests = new MockRequests(settings.url());
    this.answers = answers;
    this.nonces = nonces;
  }

  @Override
  public PayChannel channel() {
    return MockChannel.NAME;
  }

  @Override
  public List<StatementSource> sources() {
    return List.of(new StatementSource(MERCHANT, KIND, READY, Set.of(), settings.feeRate()));
  }

  @Override
  public StatementAnswer fetch(StatementRequest request, OutputStream file) throws IOException {
    String day = request.day().toString();
    String nonce = nonces.get();
    try {
      ChannelRequest call = requests.get("/statements/{day}", day);
      call.http().header(MockRequests.NONCE, nonce);
      MockStatementAnswer answer =
          MockStatementAnswer.read(http.call(call), day, nonce).verified(answers);
      return switch (answer.result()) {
        case "READY" -> download(answer, day, file);
        case "NOT_READY" -> new StatementAnswer.NotReady();
        case "NO_STATEMENT" -> new StatementAnswer.NoStatement();
        default -> throw new ChannelCallException(Cause.ERROR, "an answer without a known result");
      };
    } catch (ChannelCallException e) {
      return new StatementAnswer.Unknown(e.reason());
    }
  }

  private StatementAnswer download(MockStatementAnswer answer, String day, OutputStream file)
      throws IOException {
    ChannelRequest call = requests.get("/statements/{day}/files/{token}", day, answer.token());
    try (InputStream text = http.download(call)) {
      if (!DigestUtils.sha256Hex(new TeeInputStream(text, file)).equals(answer.sha256())) {
        throw new ChannelCallException(Cause.ERROR, "a file with another hash");
      }
    }
    return new StatementAnswer.Fetched();
  }

  @Override
  public StatementTotals read(InputStream file, Consumer<StatementLine> lines)
      throws UnreadableStatement, IOException {
    return FileDefects.named(
        () -> {
          StatementText text = new StatementText(file, UTF_8, settings.bounds());
          return new MockStatementReader(text, lines).read();
        });
  }
}
