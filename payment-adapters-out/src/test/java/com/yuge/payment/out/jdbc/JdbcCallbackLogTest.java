package com.yuge.payment.out.jdbc;

import com.yuge.payment.domain.callback.CallbackId;
import com.yuge.payment.domain.callback.CallbackLog;
import com.yuge.payment.domain.callback.CallbackRecord;
import com.yuge.payment.domain.callback.CallbackResult;
import com.yuge.payment.domain.channel.PayChannel;
import com.yuge.payment.domain.contracts.CallbackLogContract;
import com.yuge.payment.domain.shared.PayNo;
import com.yuge.payment.domain.shared.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

class JdbcCallbackLogTest extends CallbackLogContract {
  @Override
  protected CallbackLog log() {
    return new JdbcCallbackLog(TestDatabase.jdbc());
  }

  @Override
  protected Transactions transactions() {
    return TestDatabase.transactions();
  }

  @Override
  protected List<CallbackRecord> callbacksOf(@Nullable PayNo payNo) {
    return TestDatabase.jdbc()
        .sql(
            """
            SELECT channel, pay_no, callback_id, callback_status, raw_payload, signature_valid,
              process_result, reason, created_at
            FROM t_pay_callback_log WHERE pay_no <=> ? ORDER BY id
            """)
        .param(payNo == null ? null : payNo.value())
        .query(JdbcCallbackLogTest::map)
        .list();
  }

  private static CallbackRecord map(ResultSet row, int n) throws SQLException {
    String payNo = row.getString("pay_no");
    String id = row.getString("callback_id");
    return new CallbackRecord(
        new PayChannel(row.getString("channel")),
        payNo == null ? null : new PayNo(payNo),
        id == null ? null : new CallbackId(id),
        row.getString("callback_status"),
        row.getString("raw_payload"),
        row.getBoolean("signature_valid"),
        CallbackResult.valueOf(row.getString("process_result")),
        row.getString("reason"),
        Utc.instant(row, "created_at"));
  }
}
