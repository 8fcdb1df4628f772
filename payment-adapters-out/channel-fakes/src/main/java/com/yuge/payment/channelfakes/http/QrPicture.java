package com.yuge.payment.channelfakes.http;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** Draws QR codes as SVG, which a page can contain without a second request. */
public final class QrPicture {
  private static final int QUIET_ZONE = 4;

  private QrPicture() {}

  /** Returns the picture of this text. */
  public static String svg(String text) {
    BitMatrix modules = encode(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return """
        <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img"\
         aria-label="QR" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>\
        <path fill="#000" d="%2$s"/></svg>"""
        .formatted(modules.getWidth(), path);
  }

  // Size 0 means one point per module.
  private static BitMatrix encode(String text) {
    try {
      return new QRCodeWriter()
          .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code can hold this text", e);
    }
  }
}
