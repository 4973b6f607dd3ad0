package io.cybervpn.application.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.live.port.Feed;
import io.cybervpn.application.live.port.Feed.Delivery;
import io.cybervpn.application.live.port.Feed.Heard;
import io.cybervpn.application.live.port.Feed.Replay;
import io.cybervpn.application.live.port.Publisher;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every way of news keeps to. Others may tell other accounts something at the same time. */
public abstract class NewsContract {
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Address anna = new Address.Person(new AccountId(UUID.randomUUID()));
    private final Address boris = new Address.Person(new AccountId(UUID.randomUUID()));
    private Cancellable listening;

    protected abstract Publisher publisher();

    protected abstract Feed feed();

    @BeforeEach
    void listen() {
        listening = feed().listen().subscribe().with(heard::add);
        assertThat(next(Heard.Missed.class)).as("connected").isNotNull();
    }

    @AfterEach
    void stop() {
        listening.cancel();
    }

    private <T extends Heard> T next(Class<T> type) {
        try {
            while (true) {
                Heard one = heard.poll(10, TimeUnit.SECONDS);
                assertThat(one).as("nothing heard").isNotNull();
                if (type.isInstance(one)) {
                    return type.cast(one);
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Delivery told(Address to) {
        Delivery delivery = next(Heard.Told.class).delivery();
        return delivery.to().equals(to) ? delivery : told(to);
    }

    private static News news(Address to, String type) {
        return News.of(to, type, UUID.randomUUID(), Instant.EPOCH, Map.of("n", Datum.of(1)));
    }

    private void tell(News... news) {
        publisher().publish(List.of(news)).await().indefinitely();
    }

    private Replay since(Address address, long seq) {
        return feed().since(address, seq).await().indefinitely();
    }

    @Test
    void each_address_numbers_its_own_news_one_by_one() {
        tell(news(anna, "a.one"), news(boris, "a.other"), news(anna, "a.two"));
        Delivery one = told(anna);
        Delivery two = told(anna);
        assertThat(one.seq()).isPositive();
        assertThat(two.seq()).isEqualTo(one.seq() + 1);
        assertThat(one.text()).contains("\"type\":\"a.one\"", "\"seq\":" + one.seq());
    }

    @Test
    void the_same_is_told_once() {
        News news = news(anna, "a.same");
        tell(news, news);
        tell(news, news(anna, "a.next"));
        long seq = told(anna).seq();
        assertThat(told(anna).seq()).isEqualTo(seq + 1);
        assertThat(since(anna, seq))
                .isInstanceOfSatisfying(
                        Replay.Whole.class, whole -> assertThat(whole.missed()).hasSize(1));
    }

    @Test
    void what_came_after_a_number_is_known_for_a_while() {
        tell(news(anna, "a.one"), news(anna, "a.two"), news(anna, "a.three"));
        Delivery one = told(anna);
        Delivery two = told(anna);
        Delivery three = told(anna);
        assertThat(since(anna, one.seq()))
                .isEqualTo(new Replay.Whole(three.seq(), List.of(two, three)));
        assertThat(since(anna, three.seq())).isEqualTo(new Replay.Whole(three.seq(), List.of()));
        assertThat(since(anna, 0)).isEqualTo(new Replay.Whole(three.seq(), List.of()));
    }

    @Test
    void what_is_not_known_any_more_or_never_was_is_gone() {
        tell(IntStream.range(0, 80).mapToObj(_ -> news(anna, "a.many")).toArray(News[]::new));
        long first = told(anna).seq();
        assertThat(since(anna, first)).isEqualTo(new Replay.Gone(first + 79));
        assertThat(since(anna, first + 100)).isEqualTo(new Replay.Gone(first + 79));
        assertThat(since(boris, 7)).isEqualTo(new Replay.Gone(0));
        assertThat(since(boris, 0)).isEqualTo(new Replay.Whole(0, List.of()));
    }

    @Test
    void ends_of_sessions_are_heard() {
        List<SessionId> sessions =
                List.of(new SessionId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
        publisher().end(sessions).await().indefinitely();
        Heard.Ended ended = next(Heard.Ended.class);
        while (!ended.sessions().equals(sessions)) {
            ended = next(Heard.Ended.class);
        }
    }
}
