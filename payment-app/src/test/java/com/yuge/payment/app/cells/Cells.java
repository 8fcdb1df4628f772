package com.yuge.payment.app.cells;

import com.yuge.payment.app.e2e.OrderNos;
import com.yuge.payment.app.e2e.PaymentApi;
import com.yuge.payment.app.e2e.TestStack;
import com.yuge.payment.consumer.PaymentEventConsumer;
import com.yuge.payment.devstack.PaymentStack;
import com.yuge.payment.devstack.StackFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Two cells behind the router: a has the slots 0 to 49, b has 50 to 99. */
final class Cells {
  /** The slot of the first cell that a proof moves to the second one. */
  static final int MOVED = 7;

  private static final int SLOTS_OF_A = 50;
  private static final List<String> HALVES = List.of("default a;", "~^[0-4] a;", "~^[5-9] b;");

  static final Cells ONE = new Cells();

  final Cell a;
  final Cell b;
  final Router router;
  final Path folder = StackFolder.ofTests("cells");

  private Cells() {
    PaymentStack second = PaymentStack.start(StackFolder.ofTests("stack-b"));
    PaymentEventConsumer unused = TestStack.ONE.consume(second.nameServerAddress());
    this.router = new Router(folder, new TreeMap<>(Map.of("a", 1, "b", 1)), HALVES);
    this.a = new Cell("a", 1, TestStack.ONE.servers(), router.port(), "0-49");
    this.b = new Cell("b", 2, second, router.port(), "50-99");
    route();
  }

  /** Sends each cell's calls to its present instance. */
  void route() {
    router.cells(new TreeMap<>(Map.of("a", a.port(), "b", b.port())));
  }

  /** The halves, but for one slot. */
  void route(int slot, String cell) {
    List<String> lines = new ArrayList<>(HALVES);
    lines.add("%02d %s;".formatted(slot, cell));
    router.slots(lines);
  }

  PaymentApi api() {
    return new PaymentApi(router.port(), 0);
  }

  /** Numbers whose slot is the first cell's, whatever has moved. */
  static Supplier<String> ordersOfA() {
    return OrderNos.in(slot -> slot < SLOTS_OF_A && slot != MOVED);
  }

  static Supplier<String> ordersOfB() {
    return OrderNos.in(slot -> slot >= SLOTS_OF_A);
  }

  static boolean isOfA(String orderNo) {
    int slot = OrderNos.slot(orderNo);
    return slot < SLOTS_OF_A && slot != MOVED;
  }

  static boolean isOfB(String orderNo) {
    return OrderNos.slot(orderNo) >= SLOTS_OF_A;
  }
}
