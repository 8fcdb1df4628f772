package com.yuge.payment.orderservice;

import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reference order-service's HTTP interface: reserve an order, cancel it, read its status. */
@RestController
@RequestMapping("/order-service/orders")
public final class OrderServiceController {
  private final Orders orders;

  OrderServiceController(Orders orders) {
    this.orders = orders;
  }

  record NewOrder(String orderNo, BigDecimal amount) {}

  record Order(String orderNo, String status) {}

  @PostMapping
  Order reserve(@RequestBody NewOrder order) {
    orders.reserve(order.orderNo(), order.amount());
    return new Order(order.orderNo(), orders.status(order.orderNo()).orElseThrow());
  }

  /**
   * Cancels an order. Status 409 means that the shopper can no longer cancel it; the order's status
   * shows why.
   */
  @PostMapping("/{orderNo}/cancel")
  ResponseEntity<Order> cancel(@PathVariable String orderNo) {
    HttpStatus answer = orders.cancel(orderNo) ? HttpStatus.OK : HttpStatus.CONFLICT;
    return orders
        .status(orderNo)
        .map(status -> ResponseEntity.status(answer).body(new Order(orderNo, status)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping("/{orderNo}")
  ResponseEntity<Order> find(@PathVariable String orderNo) {
    return ResponseEntity.of(orders.status(orderNo).map(status -> new Order(orderNo, status)));
  }
}
