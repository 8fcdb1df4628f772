package com.yuge.payment.out.violations;

import org.mapstruct.factory.Mappers;

/** Rule 8. */
final class KnowsMapStruct {
  Object mapper(Class<?> type) {
    return Mappers.getMapper(type);
  }
}
