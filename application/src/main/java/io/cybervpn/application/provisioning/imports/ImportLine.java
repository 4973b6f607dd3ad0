package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.provisioning.imports.LineSource.Field;
import io.cybervpn.application.provisioning.port.PanelUserKey;
import io.cybervpn.domain.identity.TelegramUser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What another shop knew of one person.
 *
 * @param balanceMinor what it owes him, in the smallest unit; negative: what he owes
 * @param user of the panel who he is; empty: the file names none
 * @param end until when he is served, in whole microseconds
 * @param referred whether somebody brought him
 */
record ImportLine(
        Optional<Long> telegram,
        Optional<String> email,
        Optional<String> language,
        boolean blocked,
        Optional<Long> balanceMinor,
        Optional<PanelUserKey> user,
        Optional<Instant> end,
        boolean referred) {
    private static final Set<String> NOTHING = Set.of("", "null", "\\n", "none");
    private static final Set<String> BLOCKED =
            Set.of("true", "t", "1", "yes", "blocked", "deleted");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern UUID = Pattern.compile("[0-9A-Fa-f-]{36}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final int TIME_AT = 10;
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendLiteral('T')
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[XXX][XX][X]")
                    .optionalEnd()
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    /** What a row of a file says. */
    sealed interface Parsed {
        /** This. */
        record Fine(ImportLine line) implements Parsed {}

        /**
         * Something that cannot be read.
         *
         * @param code by which clients know what
         */
        record Wrong(String code) implements Parsed {}
    }

    /** Reads a row as it is kept, by {@link Field#code}. Pure. */
    static Parsed of(Map<String, String> data) {
        Function<Field, Optional<String>> given = field -> given(data, field);
        return wrong(given)
                .<Parsed>map(Parsed.Wrong::new)
                .orElseGet(() -> new Parsed.Fine(line(given)));
    }

    private static Optional<String> given(Map<String, String> data, Field field) {
        return Optional.ofNullable(data.get(field.code()))
                .map(String::strip)
                .filter(text -> !NOTHING.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> wrong(Function<Field, Optional<String>> given) {
        if (given.apply(Field.TELEGRAM).filter(text -> !isTelegram(text)).isPresent()) {
            return Optional.of("telegram_id_invalid");
        }
        if (given.apply(Field.BALANCE).filter(text -> number(text).isEmpty()).isPresent()) {
            return Optional.of("balance_invalid");
        }
        if (given.apply(Field.END).filter(text -> moment(text).isEmpty()).isPresent()) {
            return Optional.of("end_invalid");
        }
        boolean named =
                Set.of(Field.PANEL_USER, Field.PANEL_UUID, Field.SHORT_UUID, Field.LINK).stream()
                        .anyMatch(field -> given.apply(field).isPresent());
        return named && user(given).isEmpty()
                ? Optional.of("panel_user_invalid")
                : Optional.empty();
    }

    private static ImportLine line(Function<Field, Optional<String>> given) {
        return new ImportLine(
                given.apply(Field.TELEGRAM).flatMap(ImportLine::number),
                given.apply(Field.EMAIL),
                given.apply(Field.LANGUAGE),
                given.apply(Field.BLOCKED)
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .filter(BLOCKED::contains)
                        .isPresent(),
                given.apply(Field.BALANCE).flatMap(ImportLine::number),
                user(given),
                given.apply(Field.END).flatMap(ImportLine::moment),
                given.apply(Field.REFERRER).isPresent());
    }

    private static boolean isTelegram(String text) {
        return number(text).filter(TelegramUser::isId).isPresent();
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text).filter(NUMBER.asMatchPredicate()).map(Long::valueOf);
    }

    /** The short id first: every version of the panel knows it. */
    private static Optional<PanelUserKey> user(Function<Field, Optional<String>> given) {
        return given.apply(Field.SHORT_UUID)
                .or(() -> given.apply(Field.LINK).map(ImportLine::lastPart))
                .filter(NAME.asMatchPredicate())
                .<PanelUserKey>map(PanelUserKey.ShortUuid::new)
                .or(
                        () ->
                                given.apply(Field.PANEL_USER)
                                        .filter(NAME.asMatchPredicate())
                                        .map(PanelUserKey.Name::new))
                .or(
                        () ->
                                given.apply(Field.PANEL_UUID)
                                        .filter(UUID.asMatchPredicate())
                                        .map(PanelUserKey.Uuid::new));
    }

    private static String lastPart(String link) {
        String path = link.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** As databases write it: {@code 2026-12-01 10:00:00.5+00}, ISO 8601, or a day alone. */
    private static Optional<Instant> moment(String text) {
        boolean spaced = text.length() > TIME_AT && text.charAt(TIME_AT) == ' ';
        String iso = spaced ? text.substring(0, TIME_AT) + 'T' + text.substring(TIME_AT + 1) : text;
        try {
            return Optional.of(
                    instant(
                            MOMENT.parseBest(
                                    iso,
                                    OffsetDateTime::from,
                                    LocalDateTime::from,
                                    LocalDate::from)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor read) {
        if (read instanceof OffsetDateTime at) {
            return at.toInstant().truncatedTo(ChronoUnit.MICROS);
        }
        LocalDateTime local =
                read instanceof LocalDateTime at ? at : LocalDate.from(read).atStartOfDay();
        return local.toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    /** Leaves out who he is. */
    @Override
    public String toString() {
        return "ImportLine[until " + end + "]";
    }
}
