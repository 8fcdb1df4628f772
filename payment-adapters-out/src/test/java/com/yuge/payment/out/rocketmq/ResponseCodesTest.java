package com.yuge.payment.out.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.remoting.exception.RemotingTimeoutException;
import org.apache.rocketmq.remoting.protocol.ResponseCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseCodesTest {
  @Test
  void anIllegalMessageIsTheEventsFaultWhoeverSaysSo() {
    MQClientException byClient = new MQClientException(ResponseCode.MESSAGE_ILLEGAL, "too large");

    assertThat(ResponseCodes.blameTheEvents(byClient, 1)).isTrue();
    assertThat(ResponseCodes.blameTheEvents(new MQClientException("batch", byClient), 2)).isTrue();
    assertThat(blamed(ResponseCode.MESSAGE_ILLEGAL, 1)).isTrue();
  }

  @Test
  void aSystemErrorIsTheEventsFaultOnlyWhileThereAreSeveral() {
    assertThat(blamed(ResponseCode.SYSTEM_ERROR, 2)).isTrue();
    assertThat(blamed(ResponseCode.SYSTEM_ERROR, 1)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        ResponseCode.SYSTEM_BUSY,
        ResponseCode.FLOW_CONTROL,
        ResponseCode.SERVICE_NOT_AVAILABLE,
        ResponseCode.NO_PERMISSION,
        ResponseCode.TOPIC_NOT_EXIST
      })
  void aBrokerThatIsBusyOrInTroubleIsNot(int code) {
    assertThat(blamed(code, 1)).isFalse();
    assertThat(blamed(code, 200)).isFalse();
  }

  @Test
  void neitherIsTheNetworkNorABrokerThatIsAway() {
    assertThat(ResponseCodes.blameTheEvents(new RemotingTimeoutException("late"), 2)).isFalse();
    assertThat(ResponseCodes.blameTheEvents(new MQClientException("no broker", null), 2)).isFalse();
  }

  private static boolean blamed(int code, int batchSize) {
    return ResponseCodes.blameTheEvents(new MQBrokerException(code, "answer"), batchSize);
  }
}
