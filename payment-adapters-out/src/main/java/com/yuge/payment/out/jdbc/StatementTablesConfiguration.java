package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.shared.Transactions;
import com.yuge.payment.domain.statement.Discrepancies;
import com.yuge.payment.domain.statement.StatementBooks;
import com.yuge.payment.domain.statement.StatementFiles;
import com.yuge.payment.domain.statement.StatementLines;
import com.yuge.payment.domain.statement.StatementPorts;
import com.yuge.payment.domain.statement.Statements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores that the work on the channels' statements needs. */
@Configuration(proxyBeanMethods = false)
@Import(StatementPorts.class)
public class StatementTablesConfiguration {
  @Bean
  Statements statements(JdbcClient jdbc, Transactions transactions) {
    return new JdbcStatements(jdbc, transactions);
  }

  @Bean
  StatementFiles statementFiles(JdbcClient jdbc, Transactions transactions, Statements statements) {
    return new JdbcStatementFiles(jdbc, transactions, statements);
  }

  @Bean
  StatementLines statementLines(JdbcClient jdbc) {
    return new JdbcStatementLines(jdbc);
  }

  @Bean
  StatementBooks statementBooks(JdbcClient jdbc) {
    return new JdbcStatementBooks(jdbc);
  }

  @Bean
  Discrepancies discrepancies(JdbcClient jdbc, Transactions transactions) {
    return new JdbcDiscrepancies(jdbc, transactions);
  }
}
