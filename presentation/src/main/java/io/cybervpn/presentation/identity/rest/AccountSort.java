package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.port.AccountList.Field;
import io.cybervpn.application.identity.port.AccountList.Sort;
import io.cybervpn.presentation.shared.rest.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code ?sort=createdAt,desc&sort=id,asc}; the first key counts first. */
final class AccountSort {
    private static final Map<String, Field> FIELDS =
            Map.of("createdAt", Field.CREATED_AT, "email", Field.EMAIL, "id", Field.ID);
    private static final List<Sort> NEWEST_FIRST = List.of(new Sort(Field.CREATED_AT, true));

    private AccountSort() {}

    static List<Sort> parse(List<String> keys) {
        List<Sort> order = keys.stream().map(AccountSort::key).toList();
        if (order.stream().map(Sort::field).distinct().count() < order.size()) {
            throw Problem.invalid("/sort", "duplicate", "Sort by each field once.").asException();
        }
        return order.isEmpty() ? NEWEST_FIRST : order;
    }

    private static Sort key(String text) {
        String[] parts = text.split(",", -1);
        Field field =
                Optional.ofNullable(FIELDS.get(parts[0])).orElseThrow(() -> unknownField(parts[0]));
        return switch (parts.length == 1 ? "asc" : text.substring(parts[0].length() + 1)) {
            case "asc" -> new Sort(field, false);
            case "desc" -> new Sort(field, true);
            case String direction -> throw unknownDirection(direction);
        };
    }

    private static RuntimeException unknownField(String field) {
        return Problem.of(400, "sort_field_unknown", "Sort by createdAt, email or id.")
                .withParams(Map.of("field", field))
                .asException();
    }

    private static RuntimeException unknownDirection(String direction) {
        return Problem.invalid("/sort", "unknown", "A direction is asc or desc: " + direction)
                .asException();
    }
}
