package io.cybervpn.infrastructure.identity.valkey;

import io.cybervpn.application.identity.port.GuessLimits;
import io.cybervpn.application.identity.port.RateLimits.Verdict;
import io.cybervpn.infrastructure.shared.Patience;
import io.cybervpn.infrastructure.shared.ValkeySettings;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Budgets in Valkey: a number of wrong attempts and the time until which the next one waits, both
 * read and written in one step. The time is the shop's, whose instances agree to the second.
 */
@Singleton
final class ValkeyGuessLimits implements GuessLimits {
    /**
     * Keys: known device, known network; budget of strangers, of the device, of the network; budget
     * of the address. Arguments: now, first and longest wait, free attempts of a subject and of an
     * address, how long both are remembered; all times in milliseconds. Gives the wait.
     */
    private static final String BEGIN =
            """
            local now, first, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local function wait(key)
                local till = tonumber(redis.call('HGET', key, 'till') or '0')
                if till - now > longest then return 0 end
                return math.max(0, till - now)
            end
            local function count(key, free, remembered)
                local wrong, pause = redis.call('HINCRBY', key, 'wrong', 1), 0
                if wrong >= free then
                    pause = math.min(longest, first * 2 ^ math.min(wrong - free, 30))
                end
                redis.call('HSET', key, 'till', string.format('%d', now + pause))
                redis.call('PEXPIRE', key, remembered)
            end
            local known, budget = true, KEYS[3]
            if redis.call('EXISTS', KEYS[1]) == 1 then budget = KEYS[4]
            elseif redis.call('EXISTS', KEYS[2]) == 1 then budget = KEYS[5]
            else known = false end
            local pause = wait(budget)
            if not known then pause = math.max(pause, wait(KEYS[6])) end
            if pause > 0 then return pause end
            count(budget, tonumber(ARGV[4]), ARGV[6])
            if not known then count(KEYS[6], tonumber(ARGV[5]), ARGV[7]) end
            return 0""";

    /** Keys and arguments as before, then for how long to know the client: 0 for not at all. */
    private static final String TAKE_BACK =
            """
            local function back(key, free)
                if redis.call('EXISTS', key) == 0 then return end
                local wrong = redis.call('HINCRBY', key, 'wrong', -1)
                if wrong <= 0 then redis.call('DEL', key)
                elseif wrong < free then redis.call('HSET', key, 'till', '0') end
            end
            local right = ARGV[8] ~= '0'
            local budget = 3
            if redis.call('EXISTS', KEYS[1]) == 1 then budget = 4
            elseif redis.call('EXISTS', KEYS[2]) == 1 then budget = 5 end
            if budget > 3 and right then redis.call('DEL', KEYS[budget])
            else back(KEYS[budget], tonumber(ARGV[4])) end
            if budget == 3 then back(KEYS[6], tonumber(ARGV[5])) end
            if right then
                if ARGV[9] == '1' then redis.call('SET', KEYS[1], '1', 'PX', ARGV[8]) end
                redis.call('SET', KEYS[2], '1', 'PX', ARGV[8])
            end
            return 1""";

    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final ReactiveRedisDataSource valkey;
    private final Clock clock;
    private final LocalGuessLimits local = new LocalGuessLimits();
    private final Patience patience;

    @Inject
    ValkeyGuessLimits(ReactiveRedisDataSource valkey, Clock clock, ValkeySettings settings) {
        this.valkey = valkey;
        this.clock = clock;
        this.patience =
                new Patience(settings, LEFT_ALONE, "guesses are counted by this instance alone");
    }

    @Override
    public Uni<Verdict> begin(Attempt attempt) {
        return patience.ask(
                () -> eval(BEGIN, attempt, Stream.of()).map(ValkeyGuessLimits::verdict),
                () -> Uni.createFrom().item(() -> local.begin(attempt, clock.instant())));
    }

    private static Verdict verdict(Response millis) {
        long wait = millis.toLong();
        return wait == 0 ? new Verdict.Allowed() : new Verdict.Exceeded(Duration.ofMillis(wait));
    }

    @Override
    public Uni<Void> right(Attempt attempt) {
        return takeBack(attempt, KNOWN);
    }

    @Override
    public Uni<Void> undo(Attempt attempt) {
        return takeBack(attempt, Duration.ZERO);
    }

    private Uni<Void> takeBack(Attempt attempt, Duration known) {
        Stream<String> more =
                Stream.of(
                        String.valueOf(known.toMillis()),
                        attempt.guesser().device().isPresent() ? "1" : "0");
        return patience.ask(
                () -> eval(TAKE_BACK, attempt, more).replaceWithVoid(),
                () -> takeBackLocally(attempt, !known.isZero()));
    }

    private Uni<Void> takeBackLocally(Attempt attempt, boolean right) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> local.takeBack(attempt, right, clock.instant()));
    }

    private Uni<Response> eval(String script, Attempt attempt, Stream<String> more) {
        List<String> keys = GuessKeys.of(attempt).all();
        Stream<String> begin =
                Stream.concat(Stream.of(script, String.valueOf(keys.size())), keys.stream());
        Stream<String> arguments =
                Stream.of(
                                clock.millis(),
                                FIRST_WAIT.toMillis(),
                                LONGEST_WAIT.toMillis(),
                                (long) attempt.rule().free(),
                                (long) attempt.rule().freePerAddress(),
                                REMEMBERED.toMillis(),
                                ADDRESS_REMEMBERED.toMillis())
                        .map(String::valueOf);
        return valkey.execute(
                "EVAL",
                Stream.of(begin, arguments, more).flatMap(part -> part).toArray(String[]::new));
    }
}
