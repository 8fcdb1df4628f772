package com.yuge.payment.out.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.yuge.payment.out.channel.ChannelCallException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillAddressTest {
  private static final URI GATEWAY = URI.create("https://openapi.alipay.com/gateway.do");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://dwbillcenter.alipay.com/downloadBillFile.resource?bizType=trade&token=1",
        "https://dwbillcenter.alipay.com/downloadBillFile.resource",
        "https://DWBillCenter.Alipay.com/x",
        "https://openapi.alipay.com/x",
        "https://mdn.alipayobjects.com/x",
        "http://dwbillcenter.alipaydev.com/x"
      })
  void alipaysHostsAreTaken(String address) {
    assertThat(BillAddress.read(address, GATEWAY).url()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bills.shop.test/x",
        "https://dwbillcenter.alipay.com.shop.test/x",
        "https://notalipay.com/x",
        "http://127.0.0.1:6379/",
        "http://169.254.169.254/latest/meta-data"
      })
  void noOtherHostIsAsked(String address) {
    assertThatThrownBy(() -> BillAddress.read(address, GATEWAY))
        .isInstanceOf(ChannelCallException.class)
        .hasMessageContaining("which is not Alipay's");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "file:///etc/passwd", "http:///x", "https://a b/"})
  void whatIsNoAddressIsRefused(String address) {
    assertThatThrownBy(() -> BillAddress.read(address, GATEWAY))
        .isInstanceOf(ChannelCallException.class)
        .hasMessageContaining("no address of a bill");
  }

  @Test
  void aGatewayOfOnesOwnHasItsOwnHost() {
    URI own = URI.create("https://alipay.shop.test/gateway.do");
    assertThat(BillAddress.read("https://alipay.shop.test/bill", own).url().getPath())
        .isEqualTo("/bill");
    URI fake = URI.create("http://127.0.0.1:18092/gateway.do");
    assertThat(BillAddress.read("http://127.0.0.1:18092/bill", fake).url().getPath())
        .isEqualTo("/bill");
  }
}
