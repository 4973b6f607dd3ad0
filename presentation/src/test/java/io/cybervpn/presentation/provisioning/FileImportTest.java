package io.cybervpn.presentation.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.presentation.identity.StaffMembers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** People of another shop come over from a file of it, with their links and their money, once. */
@QuarkusTest
class FileImportTest extends PanelWithStrangers {
    private static final String IMPORTS = "/api/v1/admin/imports";
    private static final Pattern EXAMPLE = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL);

    @Inject StaffMembers staff;

    private static String example() throws IOException {
        Matcher found = EXAMPLE.matcher(Files.readString(Path.of("../docs/import.md")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Map<String, Object> wish(String shop, String csv) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("source", "generic");
        wish.put("shop", shop);
        wish.put("panelId", id);
        wish.put("planId", BASIC);
        wish.put("csv", csv);
        wish.put("balanceAsset", "RUB");
        return wish;
    }

    private static ValidatableResponse start(Map<String, Object> wish) {
        return start(wish, UUID.randomUUID().toString());
    }

    private static ValidatableResponse start(Map<String, Object> wish, String key) {
        return asStaff().header("Idempotency-Key", key).body(wish).post(IMPORTS).then();
    }

    private JsonPath came(Map<String, Object> wish) {
        return done(start(wish).statusCode(202).extract().path("importId"));
    }

    private long opening() {
        return one("select coalesce(sum(minor_units), 0)::bigint from ledger_posting"
                        + " where account_type = 'opening_balances'")
                .getLong(0);
    }

    private long people(String shop) {
        return one("select count(*) from brought_person where shop = $1", shop).getLong(0);
    }

    private static List<String> notes(JsonPath rows, String row) {
        return rows.getList("items.find { it.name == '" + row + "' }.notes");
    }

    private static String of(JsonPath rows, String row, String field) {
        return rows.getString("items.find { it.name == '" + row + "' }." + field);
    }

    @Test
    void the_example_of_the_docs_comes_over_once_with_links_and_money() throws IOException {
        atWork();
        String ann = fresh("Ann");
        JsonObject before =
                made(second, Map.of("username", ann, "shortUuid", "docs-example-ann-01")).copy();
        long booked = opening();
        foretold(wish("docs", example()));
        assertThat(people("docs")).isZero();
        assertThat(opening()).isEqualTo(booked);

        JsonPath rows = came(wish("docs", example()));

        assertThat(notes(rows, "1001")).containsExactly("balance_booked");
        assertThat(notes(rows, "1002")).containsExactly("referrer_left_out");
        assertThat(notes(rows, "1003")).containsExactly("no_time_left", "balance_booked");
        assertThat(of(rows, "1003", "subscriptionId")).isNull();
        assertThat(code(rows, "1004")).isEqualTo("nobody_known");
        assertThat(opening()).isEqualTo(booked + 15_500);
        walletHas(of(rows, "1001", "userId"), 15_000);
        joined(UUID.fromString(of(rows, "1001", "subscriptionId")), ann, before);
        assertThat(
                        one(
                                        "select expire_at from subscription where id = $1",
                                        UUID.fromString(of(rows, "1002", "subscriptionId")))
                                .getOffsetDateTime(0)
                                .toInstant())
                .isEqualTo("2099-06-30T12:00:00Z");
        changesNothingTheSecondTime(booked + 15_500);
    }

    private void foretold(Map<String, Object> wish) {
        Map<String, Object> dry = new HashMap<>(wish);
        dry.put("dryRun", true);
        JsonPath rows = came(dry);
        assertThat(notes(rows, "1001")).containsExactly("balance_booked");
        assertThat(notes(rows, "1003")).containsExactly("no_time_left", "balance_booked");
        assertThat(code(rows, "1004")).isEqualTo("nobody_known");
        assertThat(of(rows, "1001", "userId")).isNull();
    }

    private void walletHas(String account, long units) {
        assertThat(
                        one(
                                        "select -sum(minor_units)::bigint from ledger_posting where"
                                                + " account_type = 'customer_wallet' and account_owner = $1",
                                        account)
                                .getLong(0))
                .isEqualTo(units);
        asAdmin()
                .get("/api/v1/admin/ledger/proof")
                .then()
                .statusCode(200)
                .body("differences.check", not(hasItem("brought-balance-not-booked")))
                .body("differences.check", not(hasItem("booked-balance-not-brought")));
    }

    private void joined(UUID subscription, String name, JsonObject before) {
        customers.awaitStatus(new AccessId(subscription), "ready");
        JsonObject after = user(second, name);
        for (String same : List.of("shortUuid", "vlessUuid", "subscriptionUrl", "expireAt")) {
            assertThat(after.getString(same)).as(same).isEqualTo(before.getString(same));
        }
        assertThat(panelOf(new AccessId(subscription))).isEqualTo(id);
    }

    private void changesNothingTheSecondTime(long booked) throws IOException {
        JsonPath again = came(wish("docs", example()));
        for (String row : List.of("1001", "1002", "1003")) {
            assertThat(code(again, row)).isEqualTo("already_imported");
        }
        assertThat(opening()).isEqualTo(booked);
        assertThat(people("docs")).isEqualTo(3);
    }

    @Test
    void any_number_of_instances_bring_each_line_once() {
        String shop = fresh("shop");
        long first = telegram();
        String csv =
                LongStream.range(0, 20)
                        .mapToObj(n -> n + "," + (first + n) + ",100,2099-01-01")
                        .collect(
                                Collectors.joining(
                                        "\n", "row_id,telegram_id,balance_minor,expires_at\n", ""));
        long booked = opening();
        String key = UUID.randomUUID().toString();
        String job =
                start(wish(shop, csv), key)
                        .statusCode(202)
                        .body("count", equalTo(20))
                        .extract()
                        .path("importId");
        start(wish(shop, csv), key).statusCode(202).body("importId", equalTo(job));
        start(wish(shop, csv + "\n"), key).statusCode(422);
        start(wish(shop, csv)).statusCode(202);
        IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(this::work))
                .toList()
                .forEach(CompletableFuture::join);
        done(job);

        assertThat(people(shop)).isEqualTo(20);
        assertThat(opening()).isEqualTo(booked + 2_000);
        assertThat(
                        one(
                                        "select count(*) from subscription s join brought_person b"
                                                + " on b.account_id = s.account_id where b.shop = $1",
                                        shop)
                                .getLong(0))
                .isEqualTo(20);
    }

    @Test
    void who_was_taken_over_from_the_panel_before_keeps_what_he_has_and_nobody_gets_it() {
        atWork();
        String ann = fresh("Ann");
        long person = telegram();
        made(second, Map.of("username", ann, "telegramId", person));
        JsonPath adopted = done(begun(id, List.of(ann)));
        String head = "row_id,telegram_id,balance_minor,panel_user,blocked\n";

        JsonPath rows =
                came(
                        wish(
                                fresh("shop"),
                                head
                                        + ("a," + telegram() + ",5," + ann + ",\n")
                                        + ("b," + person + ",-5," + ann + ",f\n")
                                        + ("c," + telegram() + ",5,nobody_here,\n")
                                        + ("d," + telegram() + ",5,,true\n")
                                        + ("e," + telegram() + ",99999999999,,\n")));

        assertThat(code(rows, "a")).isEqualTo("adopted_by_another");
        assertThat(notes(rows, "b")).containsExactly("already_adopted", "balance_negative");
        assertThat(of(rows, "b", "subscriptionId"))
                .isEqualTo(adopted.getString("items[0].subscriptionId"));
        assertThat(code(rows, "c")).isEqualTo("panel_user_not_found");
        assertThat(code(rows, "d")).isEqualTo("blocked");
        assertThat(notes(rows, "e")).containsExactly("no_time_left", "balance_needs_approval");
    }

    @Test
    void a_file_that_is_none_and_who_may_not_change_nothing() {
        String shop = fresh("shop");
        bad(shop, "", "csv_empty");
        bad(shop, "row_id,telegram_id\n1,2,3", "csv_broken");
        bad(shop, "id,telegram_id\n1,2", "column_missing");
        bad(shop, "row_id,balance_minor\n1,2", "column_missing");
        bad(shop, "row_id,telegram_id\n,2", "row_without_id");
        bad(shop, "row_id,telegram_id\n1,2\n1,3", "row_repeated");
        start(wish(shop, "row_id,telegram_id,panel_user\n1,2,ann"))
                .statusCode(409)
                .body("code", equalTo("not_offered"));
        start(wish("no such shop!", "row_id,telegram_id\n1,2")).statusCode(400);
        staff.withRole("support")
                .decides()
                .header("Idempotency-Key", "k")
                .body(wish(shop, "row_id,telegram_id\n1,2"))
                .post(IMPORTS)
                .then()
                .statusCode(403);
        assertThat(people(shop)).isZero();
        assertThat(one("select count(*) from import_job where shop = $1", shop).getLong(0))
                .isZero();
    }

    private void bad(String shop, String csv, String code) {
        start(wish(shop, csv)).statusCode(422).body("code", equalTo(code));
    }
}
