package com.yuge.payment.domain.shared;

import java.util.BitSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The slots whose orders this service has. A slot is the CRC-32 of the order number, modulo 100;
 * the last two digits of a pay or refund number are the slot. Where orders are spread over several
 * services, each with a database of its own, every slot belongs to one of them.
 */
public final class Slots {
  static final int COUNT = 100;

  private static final Pattern LIST =
      Pattern.compile("[0-9]{1,2}(-[0-9]{1,2})?(,[0-9]{1,2}(-[0-9]{1,2})?)*");

  /** The slots of a service that has all orders. */
  public static final Slots ALL = of("0-99");

  private final BitSet own = new BitSet(COUNT);

  private Slots() {}

  /** Whether the text is a list of slots from 0 to 99 and ascending ranges, such as 0-49,77. */
  public static boolean accepts(String list) {
    return LIST.matcher(list).matches()
        && Stream.of(list.split(",")).map(Slots::ends).allMatch(ends -> ends[0] <= ends[1]);
  }

  /** Reads what {@link #accepts} accepts; throws {@link IllegalArgumentException} otherwise. */
  public static Slots of(String list) {
    if (!accepts(list)) {
      throw new IllegalArgumentException("not a list of slots: " + list);
    }
    Slots slots = new Slots();
    Stream.of(list.split(",")).map(Slots::ends).forEach(e -> slots.own.set(e[0], e[1] + 1));
    return slots;
  }

  /** The first and the last slot of a range; a single slot is both. */
  private static int[] ends(String range) {
    int[] ends = Stream.of(range.split("-")).mapToInt(Integer::parseInt).toArray();
    return new int[] {ends[0], ends[ends.length - 1]};
  }

  public boolean contains(PayNo payNo) {
    return own.get(NumberParts.slotOf(payNo.value()));
  }

  public boolean contains(RefundNo refundNo) {
    return own.get(NumberParts.slotOf(refundNo.value()));
  }

  /** Throws {@link SlotNotOwned} if its order is another service's. */
  public void require(PayNo payNo) {
    require(NumberParts.slotOf(payNo.value()));
  }

  /** Throws {@link SlotNotOwned} if its order is another service's. */
  public void require(RefundNo refundNo) {
    require(NumberParts.slotOf(refundNo.value()));
  }

  /** Throws {@link SlotNotOwned} if its order is another service's. */
  public void require(OrderNo orderNo) {
    require(NumberParts.slot(orderNo));
  }

  private void require(int slot) {
    if (!own.get(slot)) {
      throw new SlotNotOwned(slot);
    }
  }
}
