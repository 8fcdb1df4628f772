package com.yuge.payment.domain.fakes;

import com.yuge.payment.domain.fakes.StatementTables.FileKey;
import com.yuge.payment.domain.statement.Statement;
import com.yuge.payment.domain.statement.StatementFile;
import com.yuge.payment.domain.statement.StatementFiles;
import com.yuge.payment.domain.statement.Statements;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** {@link StatementFiles} in memory; a file is one part. */
public final class InMemoryStatementFiles implements StatementFiles {
  private static final Duration HOLD = Duration.ofMinutes(2);

  private final InMemoryStore store;
  private final Statements statements;

  public InMemoryStatementFiles(InMemoryStore store, Statements statements) {
    this.store = store;
    this.statements = statements;
  }

  @Override
  public Incoming replace(Statement statement, Runnable beforePart) {
    return new Kept(statement, beforePart);
  }

  @Override
  public InputStream open(Statement statement) {
    return new ByteArrayInputStream(store.statements.files.get(key(statement)).orElse(new byte[0]));
  }

  private static FileKey key(Statement statement) {
    return new FileKey(statement.id(), statement.run());
  }

  private final class Kept extends Incoming {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final Statement statement;
    private final Runnable beforePart;
    private boolean closed;

    Kept(Statement statement, Runnable beforePart) {
      this.statement = statement;
      this.beforePart = beforePart;
    }

    @Override
    public void write(int next) throws IOException {
      if (closed) {
        throw new IOException("the file was closed");
      }
      file.write(next);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        beforePart.run();
        store.run(this::keep);
      }
    }

    private void keep() {
      statements.renew(statement, HOLD);
      if (!store.statements.files.insert(key(statement), file.toByteArray())) {
        store.statements.files.put(key(statement), file.toByteArray());
      }
    }

    @Override
    public StatementFile received() {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.toByteArray());
        return new StatementFile(HexFormat.of().formatHex(hash), file.size());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
