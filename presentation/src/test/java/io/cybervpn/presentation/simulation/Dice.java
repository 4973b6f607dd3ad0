package io.cybervpn.presentation.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What chance decides within one act. Each act has dice of its own, whose seed was drawn by what it
 * follows from: what one of them does with its dice changes nothing beside it.
 */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, long number) {
        this.random = new SplittableRandom(mixed(mixed(seed) + number));
    }

    /** A seed for what follows from this. */
    long seed() {
        return random.nextLong();
    }

    /** Neighbours must have nothing in common: the generator itself goes on in equal steps. */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends are possible. */
    long between(long from, long to) {
        return random.nextLong(from, to + 1);
    }

    /** Whole seconds. */
    Duration between(Duration from, Duration to) {
        return Duration.ofSeconds(between(from.toSeconds(), to.toSeconds()));
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The index of one of the weights, each as often as it weighs. */
    int weighed(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = random.nextInt(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            shuffled.add(shuffled.remove(random.nextInt(last + 1)));
        }
        return shuffled;
    }
}
