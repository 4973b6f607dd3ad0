package io.cybervpn.presentation.catalogue.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON may have null wherever it likes; behind this door there is none. */
final class Given {
    private Given() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A list without nulls: {@code missing} stands in their places, so that positions stay. */
    static <T> List<T> list(@Nullable List<@Nullable T> values, T missing) {
        List<T> given = new ArrayList<>();
        if (values != null) {
            values.forEach(value -> given.add(value == null ? missing : value));
        }
        return given;
    }

    static Map<String, String> texts(@Nullable Map<String, @Nullable String> values) {
        Map<String, String> given = new HashMap<>();
        if (values != null) {
            values.forEach((tag, value) -> given.put(tag, text(value)));
        }
        return given;
    }
}
