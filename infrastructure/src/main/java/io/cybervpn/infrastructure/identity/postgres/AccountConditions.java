package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.AccountList.Condition;
import io.cybervpn.application.identity.port.AccountList.Cursor;
import io.cybervpn.application.identity.port.AccountList.Field;
import io.cybervpn.application.identity.port.AccountList.Query;
import io.cybervpn.application.identity.port.AccountList.Sort;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.AccountStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Conditions as SQL, each in the form that finds its index, and their parameters in order. */
final class AccountConditions {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String TAGGED =
            "exists (select 1 from account_tag t where t.account_id = account.id and t.tag = any(%s))";
    private static final String LINKED =
            "id = (select account_id from account_identity"
                    + " where provider = 'telegram' and subject = %s)";

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private AccountConditions() {}

    static AccountConditions of(Query query) {
        AccountConditions all = new AccountConditions();
        query.conditions().forEach(all::add);
        return all;
    }

    List<Object> values() {
        return values;
    }

    /** With a space before it; empty when nothing is asked. */
    String where() {
        return texts.isEmpty() ? "" : " where " + String.join(" and ", texts);
    }

    /** The same for what follows a cursor. */
    String whereAfter(Query query) {
        query.after().ifPresent(cursor -> follow(cursor, query.order().getFirst()));
        return where();
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Text(var text) -> about(text.toLowerCase(Locale.ROOT));
            case Condition.Status(var statuses) -> status(statuses);
            case Condition.Kind(var kinds) -> kind(kinds);
            case Condition.Tag(var tags) ->
                    texts.add(
                            TAGGED.formatted(next(tags.stream().sorted().toArray(String[]::new))));
            case Condition.CreatedFrom(var from) -> texts.add("created_at >= " + next(utc(from)));
            case Condition.CreatedTo(var to) -> texts.add("created_at < " + next(utc(to)));
            case Condition.Telegram(var id) -> texts.add(LINKED.formatted(next(Long.toString(id))));
            case Condition.EmailVerified(var verified) ->
                    texts.add("email_verified_at is " + (verified ? "not null" : "null"));
        }
    }

    private void about(String text) {
        Optional<UUID> id =
                Optional.of(text)
                        .filter(whole -> UUID_TEXT.matcher(whole).matches())
                        .map(UUID::fromString);
        if (id.isPresent()) {
            texts.add("id = " + next(id.get()));
            return;
        }
        String before = text.length() < Condition.Text.PART_LENGTH_MIN ? "" : "%";
        texts.add("email like " + next(before + literal(text) + "%"));
    }

    /** What means something to LIKE means itself here. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** One alone is an equation, which an index by status and age answers in its order. */
    private void status(Set<AccountStatus> statuses) {
        if (statuses.size() == AccountStatus.values().length) {
            return;
        }
        if (statuses.size() == 1) {
            texts.add("status = " + next(statuses.iterator().next().code()));
        } else {
            String[] codes =
                    statuses.stream().map(AccountStatus::code).sorted().toArray(String[]::new);
            texts.add("status = any(" + next(codes) + ")");
        }
    }

    /** In the text of the statement, as in that of the index of staff. */
    private void kind(Set<AccountKind> kinds) {
        if (kinds.size() < AccountKind.values().length) {
            List<String> codes =
                    kinds.stream().map(kind -> "kind = '" + kind.code() + "'").sorted().toList();
            texts.add(codes.isEmpty() ? "false" : "(" + String.join(" or ", codes) + ")");
        }
    }

    private void follow(Cursor cursor, Sort key) {
        String beyond = key.descending() ? "<" : ">";
        if (key.field() == Field.ID) {
            texts.add("id %s %s".formatted(beyond, next(cursor.id().value())));
            return;
        }
        String at = next(utc(cursor.createdAt()));
        String id = next(cursor.id().value());
        texts.add("(created_at, id) %s (%s, %s)".formatted(beyond, at, id));
    }

    private String next(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
