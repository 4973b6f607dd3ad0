package io.cybervpn.application.provisioning.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of shops whose people can be read from a file, and what their columns are called. */
public enum LineSource {
    /** Tables {@code users} and {@code subscriptions} of remnashop, one line for a user. */
    REMNASHOP(
            Map.of(
                    Field.ROW, "id",
                    Field.TELEGRAM, "telegram_id",
                    Field.EMAIL, "email",
                    Field.LANGUAGE, "language",
                    Field.BLOCKED, "is_blocked",
                    Field.PANEL_UUID, "user_remna_id",
                    Field.LINK, "url",
                    Field.END, "expire_at",
                    Field.REFERRER, "referrer_telegram_id")),
    /** Tables {@code users} and {@code subscriptions} of the bedolaga bot, one line for a user. */
    BEDOLAGA(
            Map.ofEntries(
                    Map.entry(Field.ROW, "id"),
                    Map.entry(Field.TELEGRAM, "telegram_id"),
                    Map.entry(Field.EMAIL, "email"),
                    Map.entry(Field.LANGUAGE, "language"),
                    Map.entry(Field.BLOCKED, "status"),
                    Map.entry(Field.BALANCE, "balance_kopeks"),
                    Map.entry(Field.PANEL_UUID, "remnawave_uuid"),
                    Map.entry(Field.SHORT_UUID, "remnawave_short_uuid"),
                    Map.entry(Field.LINK, "subscription_url"),
                    Map.entry(Field.END, "end_date"),
                    Map.entry(Field.REFERRER, "referred_by_id"))),
    /** Whatever somebody writes himself. */
    GENERIC(
            Map.ofEntries(
                    Map.entry(Field.ROW, "row_id"),
                    Map.entry(Field.TELEGRAM, "telegram_id"),
                    Map.entry(Field.EMAIL, "email"),
                    Map.entry(Field.LANGUAGE, "language"),
                    Map.entry(Field.BLOCKED, "blocked"),
                    Map.entry(Field.BALANCE, "balance_minor"),
                    Map.entry(Field.PANEL_USER, "panel_user"),
                    Map.entry(Field.PANEL_UUID, "panel_uuid"),
                    Map.entry(Field.SHORT_UUID, "short_uuid"),
                    Map.entry(Field.LINK, "subscription_url"),
                    Map.entry(Field.END, "expires_at"),
                    Map.entry(Field.REFERRER, "referrer")));

    /** What a column says. */
    enum Field {
        /** What makes the line one at that shop. */
        ROW,
        /** Who he is at Telegram, a number. */
        TELEGRAM,
        /** An e-mail as somebody typed it. */
        EMAIL,
        /** A BCP 47 tag. */
        LANGUAGE,
        /** Yes, or a state that means it. */
        BLOCKED,
        /** What the shop owes him, a count of the smallest unit. */
        BALANCE,
        /** His name at the panel. */
        PANEL_USER,
        /** His id at a panel of 2.x. */
        PANEL_UUID,
        /** The last part of his link. */
        SHORT_UUID,
        /** His link. */
        LINK,
        /** Until when he is served; without a zone it is UTC. */
        END,
        /** Who brought him. */
        REFERRER;

        /** How a row keeps it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Field, String> columns;

    LineSource(Map<Field, String> columns) {
        this.columns = new EnumMap<>(columns);
    }

    /** The lower-case name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its lower-case name. */
    public static Optional<LineSource> find(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** What a field's column is called; empty where such shops have none. */
    Optional<String> column(Field field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** What can be read from a header: where each field is. */
    Map<Field, Integer> places(List<String> header) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        columns.forEach((field, name) -> place(places, field, header.indexOf(name)));
        return places;
    }

    private static void place(Map<Field, Integer> places, Field field, int index) {
        if (index >= 0) {
            places.put(field, index);
        }
    }

    /** Columns of a header that are not read. */
    List<String> ignored(List<String> header) {
        return header.stream().filter(name -> !columns.containsValue(name)).toList();
    }
}
