package io.cybervpn.presentation.simulation;

import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.presentation.shared.ShopClock;
import io.cybervpn.presentation.simulation.Buyer.Sale;
import io.cybervpn.presentation.simulation.Post.Letter;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where the play is played: its clock, its agenda, the shop, the post, and the clerks. */
final class Stage {
    private static final int OFTEN = 40;

    private final Hands hands;
    private final Agenda agenda;
    private final Shop shop;
    private final Post post;
    private final Engine engine;
    private final Stopwatch stopwatch;
    private final Pool pool;
    private final RefundingGateways refundings;
    private final List<Letter> lost = new ArrayList<>();
    private final Set<String> pastUs = new HashSet<>();

    /** What the application brings. */
    record Company(
            Shop shop,
            Engine engine,
            ShopClock clock,
            Pool pool,
            RefundingGateways refundings,
            Stopwatch stopwatch) {}

    Stage(Company company, List<Vendor> vendors) {
        this.hands = new Hands(company.clock(), vendors);
        this.agenda = new Agenda();
        this.shop = company.shop();
        this.post = new Post(Shop.url(), vendors);
        this.engine = company.engine();
        this.stopwatch = company.stopwatch();
        this.pool = company.pool();
        this.refundings = company.refundings();
        hands.at(Plot.OPENING);
        post.fetch().forEach(post::lose);
    }

    Hands hands() {
        return hands;
    }

    Agenda agenda() {
        return agenda;
    }

    Shop shop() {
        return shop;
    }

    Engine engine() {
        return engine;
    }

    Pool pool() {
        return pool;
    }

    /** Whether it can give money back the way it came. */
    boolean gives(Vendor vendor) {
        return refundings.find(vendor.name()).isPresent();
    }

    Post post() {
        return post;
    }

    void later(Dice dice, Duration after, String name, Agenda.Act act) {
        agenda.put(hands.now().plus(after), dice.seed(), name, act);
    }

    /** For what leaves nothing to chance. */
    private void later(Duration after, String name, Runnable act) {
        agenda.put(hands.now().plus(after), 0, name, _ -> act.run());
    }

    void count(String what) {
        agenda.count(what);
    }

    /** Plays what is next; afterwards the shop's pumps have a turn, now and then. */
    void play(Agenda.Entry entry) {
        hands.at(entry.at());
        agenda.play(entry);
        Dice dice = agenda.diceAfter(entry);
        if (dice.chance(OFTEN)) {
            turn(1);
            carry(dice);
        }
    }

    /** The pumps of so many instances; what they cause outside is carried by the next post. */
    void turn(int instances) {
        engine.turn(instances);
    }

    /** Carries what was told: at once, late, twice, at the same time, or never. */
    void carry(Dice dice) {
        boolean mixed = dice.chance(25);
        long seed = dice.seed();
        List<Letter> letters = post.fetch();
        for (Letter letter : mixed ? letters.reversed() : letters) {
            carry(letter, new Dice(seed, letter.webhook().id()));
        }
    }

    private void carry(Letter letter, Dice dice) {
        switch (dice.weighed(70, 8, 5, 13, 4)) {
            case 0 -> deliver(letter, 1);
            case 1 -> {
                deliver(letter, 1);
                deliver(letter, 1);
                count("told twice");
            }
            case 2 -> {
                deliver(letter, 4);
                count("told four times at once");
            }
            case 3 -> hold(letter, dice.between(Duration.ofMinutes(1), Duration.ofDays(3)));
            case 4 -> lose(letter);
        }
    }

    private void hold(Letter letter, Duration time) {
        count("told late");
        later(time, "late post", () -> deliver(letter, 1));
    }

    private void lose(Letter letter) {
        count("never told");
        post.lose(letter);
        lost.add(letter);
    }

    private void deliver(Letter letter, int copies) {
        if (stopwatch.time("post", () -> post.deliver(letter, copies))) {
            return;
        }
        if (letter.isOfPanel()) {
            count("the panel gave up telling");
            post.lose(letter);
            return;
        }
        later(Duration.ofMinutes(20), "told again", () -> deliver(letter, 1));
    }

    /** Money of this payment moves past the shop: for a while it may know only a part of that. */
    void pastUs(String payment) {
        pastUs.add(payment);
    }

    /** Whether the shop cannot know of it yet. */
    boolean isUntold(String words) {
        return pastUs.contains(words)
                || post.isUnderWay(words)
                || lost.stream().anyMatch(it -> it.webhook().body().toString().contains(words));
    }

    /** In the end everything is told; what the panel said long ago nobody believes any more. */
    void tellEverything() {
        post.fetch();
        List<Letter> all = new ArrayList<>(post.underWay());
        all.addAll(lost);
        lost.clear();
        all.forEach(
                letter -> {
                    if (!post.deliver(letter) && !letter.isOfPanel()) {
                        throw new AssertionError("the shop does not take " + letter);
                    }
                });
    }

    /** The customer says: I have paid. */
    void check(Sale sale) {
        Shop.Answer answer =
                shop.post(
                        sale.buyer().id(),
                        UUID.randomUUID().toString(),
                        "/payments/" + sale.payment() + "/check",
                        new JsonObject());
        if (answer.status() != 200 && !answer.code().equals("provider_unavailable")) {
            throw new AssertionError("a payment cannot be checked: " + answer);
        }
    }

    /** He is known at Telegram by this number. */
    void linkTelegram(Buyer buyer) {
        pool.preparedQuery(
                        "insert into account_identity (id, account_id, provider, subject,"
                                + " linked_at) values ($1, $2, 'telegram', $3, now())")
                .execute(
                        Tuple.of(
                                UUID.randomUUID(),
                                buyer.id().value(),
                                Long.toString(buyer.telegramId())))
                .await()
                .indefinitely();
    }
}
