-- Run on each server by itself, with SET sql_log_bin = 0, before the first `promote`.
-- The service's account must not have READ_ONLY ADMIN or SUPER: it would write on replicas.
SET sql_log_bin = 0;
CREATE DATABASE IF NOT EXISTS payment CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS 'payment'@'%' IDENTIFIED BY 'change-me';
GRANT ALL PRIVILEGES ON payment.* TO 'payment'@'%';
-- For the scripts promote and rejoin.
CREATE USER IF NOT EXISTS 'failover'@'%' IDENTIFIED BY 'change-me';
GRANT RELOAD, READ_ONLY ADMIN, REPLICATION SLAVE ADMIN, REPLICATION MASTER ADMIN, SLAVE MONITOR, BINLOG MONITOR ON *.* TO 'failover'@'%';
-- For the replicas.
CREATE USER IF NOT EXISTS 'replication'@'%' IDENTIFIED BY 'change-me';
GRANT REPLICATION SLAVE ON *.* TO 'replication'@'%';
-- For HAProxy's check: no password, no rights. Put HAProxy's address in the place of %.
CREATE USER IF NOT EXISTS 'haproxy'@'%';
