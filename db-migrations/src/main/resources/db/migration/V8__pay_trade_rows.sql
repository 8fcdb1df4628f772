-- Makes rows of what late_*, mismatch_*, channel_trade_no and the audit hold, in chunks, each a transaction
-- of its own, so that payments beside it wait for no more than a chunk.
-- Cut short, it is marked as failed, and this version does not start while the previous one goes on. It
-- bears repetition: DELETE FROM flyway_schema_history WHERE success = 0, or Flyway's repair, and start
-- again. The account that migrates needs CREATE ROUTINE and ALTER ROUTINE, the service's EXECUTE.
-- Once no instance of the previous version runs any more: CALL adopt_all_pay_trades().
-- Else Flyway warns that there is nothing to drop. MySQL 9 grants max_error_count to administrators alone,
-- and MariaDB warns that sql_notes is deprecated, so each gets its own.
SET @quiet = 1 /*M! , SESSION max_error_count = 0 */ /*!80000 , SESSION sql_notes = 0 */;
DROP PROCEDURE IF EXISTS adopt_pay_trades;
DROP PROCEDURE IF EXISTS adopt_all_pay_trades;
DROP PROCEDURE IF EXISTS rest_ended_pay_orders;
SET @quiet = NULL /*M! , SESSION max_error_count = DEFAULT */ /*!80000 , SESSION sql_notes = DEFAULT */;

DELIMITER //

-- Of the orders with these ids, the payments of one kind, or the claims. Where two orders name one trade,
-- the one that it settled has it, then the one that it was late for; the others claim it.
-- Row by row: INSERT ... SELECT locks MariaDB's whole table for its next id, and two orders that are
-- adopted beside payments find themselves in deadlocks. INVOKER: who migrated may be gone by then.
CREATE PROCEDURE adopt_pay_trades(IN first_id BIGINT, IN last_id BIGINT, IN step VARCHAR(16))
SQL SECURITY INVOKER
BEGIN
  DECLARE at_end BOOLEAN DEFAULT FALSE;
  DECLARE next_channel VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin;
  DECLARE next_trade_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin;
  DECLARE next_pay_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin;
  DECLARE next_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin;
  DECLARE next_amount DECIMAL(12,2);
  DECLARE next_currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin;
  DECLARE next_received_at DATETIME(6);
  DECLARE owner VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin;
  DECLARE payments CURSOR FOR
    SELECT p.channel, p.trade_no, p.pay_no, p.kind, IF(p.said, p.amount, NULL),
           IF(p.said, p.currency, NULL), p.received_at
    FROM (
      -- By the MD5 scheme, whose signature is in the body, a success names no amount. By HMAC, and to a
      -- query, it does; where no record tells how the order was paid, the amount counts as unknown.
      SELECT 0 AS turn, o.id AS row_id, o.channel, o.channel_trade_no AS trade_no, o.pay_no,
             'SETTLED' AS kind, o.amount, o.currency, o.paid_at AS received_at,
             EXISTS (
               SELECT 1 FROM t_pay_callback_log c
               WHERE c.pay_no = o.pay_no AND c.signature_valid = 1 AND c.reason = 'APPLIED'
                 AND c.raw_payload NOT LIKE '%"signature"%')
             OR EXISTS (
               SELECT 1 FROM t_pay_reconcile_audit a
               WHERE a.pay_no = o.pay_no
                 AND a.detail = CONCAT('Applied tradeNo=', o.channel_trade_no,
                                       ' amount=', o.amount, ' ', o.currency)) AS said
      FROM t_pay_order o
      WHERE step IN ('SETTLED', 'CLAIM') AND o.id BETWEEN first_id AND last_id
        AND o.status = 'SUCCESS'
      UNION ALL
      -- The order holds its own amount even where the channel said none; the audit tells.
      SELECT 0, o.id, o.channel, o.late_trade_no, o.pay_no, 'LATE', o.late_amount, o.late_currency,
             o.late_at,
             EXISTS (
               SELECT 1 FROM t_pay_reconcile_audit a
               WHERE a.pay_no = o.pay_no
                 AND a.detail = CONCAT('LateSuccess tradeNo=', o.late_trade_no,
                                       ' amount=', o.late_amount, ' ', o.late_currency))
      FROM t_pay_order o
      WHERE step IN ('LATE', 'CLAIM') AND o.id BETWEEN first_id AND last_id
        AND o.late_trade_no IS NOT NULL
      UNION ALL
      -- The order holds the first mismatch only, and the order's amount where the channel said none.
      -- The audit holds all of them with what was said, again each time that the channel said it.
      SELECT IF(m.words = 'unsaid', 1, 0), m.audit_id, m.channel, m.trade_no, m.pay_no,
             IF(m.words IN ('unsaid', CONCAT(m.amount, ' ', m.currency)), 'DUPLICATE', 'MISMATCH'),
             IF(m.words = 'unsaid', NULL,
                CAST(SUBSTRING_INDEX(m.words, ' ', 1) AS DECIMAL(12,2))),
             SUBSTRING_INDEX(m.words, ' ', -1), m.received_at, m.words <> 'unsaid'
      FROM (
        SELECT a.id AS audit_id, o.channel, o.pay_no, o.amount, o.currency,
               a.created_at AS received_at,
               CONVERT(SUBSTRING_INDEX(
                 SUBSTRING(a.detail, CHAR_LENGTH('Mismatch tradeNo=') + 1), ' amount=', 1)
                 USING ascii) COLLATE ascii_bin AS trade_no,
               CONVERT(SUBSTRING_INDEX(a.detail, ' amount=', -1) USING ascii) COLLATE ascii_bin
                 AS words
        FROM t_pay_order o
        JOIN t_pay_reconcile_audit a ON a.pay_no = o.pay_no
        WHERE step IN ('MISMATCH', 'CLAIM') AND o.id BETWEEN first_id AND last_id
          AND o.mismatch_trade_no IS NOT NULL AND a.detail LIKE 'Mismatch tradeNo=%'
      ) m
      UNION ALL
      -- Where the audit has been trimmed: an amount that is the order's may never have been said.
      SELECT 2, o.id, o.channel, o.mismatch_trade_no, o.pay_no,
             IF(o.mismatch_amount = o.amount AND o.mismatch_currency = o.currency,
                'DUPLICATE', 'MISMATCH'),
             o.mismatch_amount, o.mismatch_currency, o.mismatch_at,
             NOT (o.mismatch_amount = o.amount AND o.mismatch_currency = o.currency)
      FROM t_pay_order o
      WHERE step IN ('MISMATCH', 'CLAIM') AND o.id BETWEEN first_id AND last_id
        AND o.mismatch_trade_no IS NOT NULL
    ) p
    ORDER BY p.turn, p.row_id;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET at_end = TRUE;

  OPEN payments;
  FETCH payments INTO next_channel, next_trade_no, next_pay_no, next_kind, next_amount,
    next_currency, next_received_at;
  WHILE NOT at_end DO
    SET owner = (
      SELECT t.pay_no FROM t_pay_trade t
      WHERE t.channel = next_channel AND t.trade_no = next_trade_no);
    IF step <> 'CLAIM' AND owner IS NULL THEN
      INSERT INTO t_pay_trade (channel, trade_no, pay_no, kind, amount, currency, state, received_at)
      VALUES (next_channel, next_trade_no, next_pay_no, next_kind, next_amount, next_currency,
        IF(next_kind = 'SETTLED', NULL, 'OPEN'), next_received_at)
      ON DUPLICATE KEY UPDATE trade_no = t_pay_trade.trade_no;
    END IF;
    IF step = 'CLAIM' AND owner <> next_pay_no THEN
      INSERT INTO t_pay_trade_claim (channel, trade_no, pay_no, amount, currency, received_at)
      VALUES (next_channel, next_trade_no, next_pay_no, next_amount, next_currency,
        next_received_at)
      ON DUPLICATE KEY UPDATE trade_no = t_pay_trade_claim.trade_no;
    END IF;
    FETCH payments INTO next_channel, next_trade_no, next_pay_no, next_kind, next_amount,
      next_currency, next_received_at;
  END WHILE;
  CLOSE payments;
END//

-- Over all orders, one kind after the other; at any time and by hand as well. READ COMMITTED: reading an
-- order's row then locks nothing.
CREATE PROCEDURE adopt_all_pay_trades()
SQL SECURITY INVOKER
BEGIN
  DECLARE chunk BIGINT DEFAULT 1000;
  DECLARE last_row BIGINT;
  DECLARE done BIGINT;
  DECLARE pass INT DEFAULT 1;
  COMMIT;
  SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
  SELECT COALESCE(MAX(id), 0) INTO last_row FROM t_pay_order;
  WHILE pass <= 4 DO
    SET done = 0;
    WHILE done < last_row DO
      START TRANSACTION;
      CALL adopt_pay_trades(
        done + 1, done + chunk, ELT(pass, 'SETTLED', 'LATE', 'MISMATCH', 'CLAIM'));
      COMMIT;
      SET done = done + chunk;
    END WHILE;
    SET pass = pass + 1;
  END WHILE;
END//

-- Else every order that has ever ended would be due at once. While it waits for one order it holds
-- others of the chunk, for which payments wait 2 s: it gives up before, and tries the chunk again. One
-- that stays locked is left out, and its orders are due, each once. By the primary key alone: through
-- another index it would lock in the opposite order of a payment, and find itself in deadlocks.
CREATE PROCEDURE rest_ended_pay_orders()
SQL SECURITY INVOKER
BEGIN
  DECLARE chunk BIGINT DEFAULT 1000;
  DECLARE last_row BIGINT;
  DECLARE done BIGINT DEFAULT 0;
  DECLARE lost BOOLEAN;
  DECLARE attempts_left INT DEFAULT 100;
  DECLARE CONTINUE HANDLER FOR 1205, 1213 SET lost = TRUE;
  COMMIT;
  SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
  SET SESSION innodb_lock_wait_timeout = 1;
  SELECT COALESCE(MAX(id), 0) INTO last_row FROM t_pay_order;
  WHILE done < last_row DO
    SET lost = FALSE;
    UPDATE t_pay_order FORCE INDEX (PRIMARY)
    SET next_check_at = NULL, ended_at = COALESCE(ended_at, updated_at)
    WHERE id BETWEEN done + 1 AND done + chunk AND status IN ('SUCCESS', 'FAILED', 'CLOSED')
      AND ended_at IS NULL;
    COMMIT;
    IF lost AND attempts_left > 0 THEN
      SET attempts_left = attempts_left - 1;
    ELSE
      SET done = done + chunk;
    END IF;
  END WHILE;
  SET SESSION innodb_lock_wait_timeout = DEFAULT;
END//

DELIMITER ;

CALL adopt_all_pay_trades();
CALL rest_ended_pay_orders();
DROP PROCEDURE rest_ended_pay_orders;
