package com.yuge.payment.channelfakes.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
  private static final int SCALE = 4;

  @Test
  void aReaderFindsTheTextInThePicture() throws ReaderException {
    String text = "weixin://wxpay/bizpayurl?pr=0123456789abcdef";

    assertThat(read(QrPicture.svg(text))).isEqualTo(text);
  }

  private static String read(String svg) throws ReaderException {
    int side =
        number(
            Pattern.compile("viewBox=\"0 0 (\\d+)")
                .matcher(svg)
                .results()
                .findFirst()
                .orElseThrow(),
            1);
    int[] pixels = new int[side * side * SCALE * SCALE];
    Arrays.fill(pixels, 0xffffff);
    Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
        .matcher(svg)
        .results()
        .forEach(module -> blacken(pixels, side * SCALE, number(module, 1), number(module, 2)));
    RGBLuminanceSource picture = new RGBLuminanceSource(side * SCALE, side * SCALE, pixels);
    return new QRCodeReader()
        .decode(new BinaryBitmap(new GlobalHistogramBinarizer(picture)))
        .getText();
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static void blacken(int[] pixels, int width, int x, int y) {
    for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
      Arrays.fill(pixels, row * width + x * SCALE, row * width + (x + 1) * SCALE, 0);
    }
  }
}
