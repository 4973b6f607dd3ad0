package io.cybervpn.infrastructure.identity.postgres;

import io.cybervpn.application.identity.port.AccountList.Condition;
import io.cybervpn.application.identity.port.AccountList.Field;
import io.cybervpn.application.identity.port.AccountList.Query;
import io.cybervpn.application.identity.port.AccountList.Sort;
import io.cybervpn.application.shared.Page;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One statement for a page and its total. The text of the statement depends on which filters and
 * sort keys are used, never on their values, so that prepared statements are few.
 *
 * <p>The page is found by ids alone, from an index, and only then joined with its rows: a far page
 * costs a walk over an index and not over the table.
 */
record AccountListSql(String text, Tuple parameters) {
    private static final String TALLY =
            "select coalesce(sum(accounts), 0)::bigint as total from account_tally";

    /** How far from the beginning a page is near. */
    private static final int NEAR = Page.Request.SIZE_MAX;

    static AccountListSql of(Query query) {
        return isNear(query) ? near(query) : anywhere(query);
    }

    private static boolean isNear(Query query) {
        return query.conditions().isEmpty()
                && query.after().isEmpty()
                && query.page().offset() + query.page().size() <= NEAR;
    }

    /**
     * What staff open most. The inner limit says in the text that few rows are read; without it
     * PostgreSQL expects a tenth of the table and plans anew at each call, which costs more than
     * the reading.
     */
    private static AccountListSql near(Query query) {
        String text =
                """
                select t.total, a.id, a.email, a.kind, a.status, a.locale, a.created_at
                from (%s) t
                left join (select * from (select * from account order by %s limit %d) n
                           limit $1 offset $2) a on true
                order by %s"""
                        .formatted(
                                query.page().count() ? TALLY : "select null::bigint as total",
                                order(query.order(), ""),
                                NEAR,
                                order(query.order(), "a."));
        return new AccountListSql(text, Tuple.of(query.page().size(), query.page().offset()));
    }

    private static AccountListSql anywhere(Query query) {
        AccountConditions conditions = AccountConditions.of(query);
        String total = total(query, conditions.where());
        String where = conditions.whereAfter(query);
        List<Object> values = conditions.values();
        String keys = order(query.order(), "");
        String page =
                "select id from account%s order by %s limit $%d offset $%d"
                        .formatted(where, keys, values.size() + 1, values.size() + 2);
        values.add(query.page().size());
        values.add(query.page().offset());
        String text =
                """
                select t.total, a.id, a.email, a.kind, a.status, a.locale, a.created_at
                from (select %s as total) t
                left join ((%s) k join account a using (id)) on true
                order by %s"""
                        .formatted(total, page, order(query.order(), "a."));
        return new AccountListSql(text, Tuple.from(values));
    }

    /** By status the tally knows; else the matches are counted, up to a bound. */
    private static String total(Query query, String where) {
        if (!query.page().count()) {
            return "null::bigint";
        }
        return isTallied(query)
                ? "(%s%s)".formatted(TALLY, where)
                : "(select count(*) from (select 1 from account%s limit %d) counted)"
                        .formatted(where, Page.COUNTED_MAX);
    }

    /** Whether the total is known without counting, so that it has no bound. */
    static boolean isTallied(Query query) {
        return query.conditions().stream().allMatch(Condition.Status.class::isInstance);
    }

    private static String order(List<Sort> keys, String prefix) {
        List<Sort> all = new ArrayList<>(keys);
        if (keys.stream().noneMatch(key -> key.field() == Field.ID)) {
            boolean descending = !keys.isEmpty() && keys.getLast().descending();
            all.add(new Sort(Field.ID, descending));
        }
        return all.stream()
                .map(key -> prefix + column(key.field()) + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String column(Field field) {
        return switch (field) {
            case CREATED_AT -> "created_at";
            case EMAIL -> "email";
            case ID -> "id";
        };
    }
}
