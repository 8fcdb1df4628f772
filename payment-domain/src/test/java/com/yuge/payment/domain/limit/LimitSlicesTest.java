package com.yuge.payment.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LimitSlicesTest {
  @Test
  void whatDoesNotDivideEvenlyIsTheFirstSlices() {
    LimitSlices cut = slices(0, 0, 0).cut(yuan(100_00), 3);

    assertThat(caps(cut)).containsExactly(yuan(33_34), yuan(33_33), yuan(33_33));
  }

  @Test
  void aSliceBeyondTheShardsKeepsWhatIsUsedAndHasNothingLeft() {
    LimitSlices cut = slices(10_00, 20_00).cut(yuan(100_00), 1);

    assertThat(caps(cut)).containsExactly(yuan(80_00), yuan(20_00));
  }

  @Test
  void theFirstSliceHasTheWholeDebt() {
    LimitSlices cut = slices(10_00, 70_00, 40_00).cut(yuan(100_00), 3);

    assertThat(caps(cut)).containsExactly(yuan(-10_00), yuan(70_00), yuan(40_00));
  }

  @Property
  void theCapsSumToTheLimitAndNobodyHasMoreLeftThanTheWhole(
      @ForAll @Size(min = 1, max = 64) List<@IntRange(max = 1_000_000) Integer> used,
      @ForAll @IntRange(min = 1, max = 50_000_000) int perDay,
      @ForAll @IntRange(min = 1, max = 64) int shards) {
    int most = Math.min(shards, used.size());
    LimitSlices cut =
        slices(used.stream().mapToInt(Integer::intValue).toArray()).cut(yuan(perDay), most);

    BigDecimal left = cut.left(yuan(perDay));
    assertThat(caps(cut).stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualTo(yuan(perDay));
    for (LimitSlice slice : cut.slices()) {
      BigDecimal own = slice.cap().subtract(slice.used());
      assertThat(own).isLessThanOrEqualTo(left.max(yuan(0)));
      assertThat(slice.shard() == 0 || own.signum() >= 0).isTrue();
    }
  }

  private static LimitSlices slices(int... used) {
    return new LimitSlices(
        IntStream.range(0, used.length)
            .mapToObj(shard -> new LimitSlice(shard, yuan(0), yuan(used[shard])))
            .toList());
  }

  private static List<BigDecimal> caps(LimitSlices slices) {
    return slices.slices().stream().map(LimitSlice::cap).toList();
  }

  private static BigDecimal yuan(int cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
