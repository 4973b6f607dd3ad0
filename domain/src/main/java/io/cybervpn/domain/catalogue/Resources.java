package io.cybervpn.domain.catalogue;

/**
 * What a plan gives besides access to servers of a VPN. Absolute, as limits are; what is particular
 * to a panel (templates, images, pools) is what the panel says its server groups mean.
 */
public sealed interface Resources {
    /** Nothing more: the plan is for a VPN. */
    record None() implements Resources {}

    /**
     * A server of the customer's own.
     *
     * @param cpuPercent of one core: 100 is a whole one, 1 to {@link #CPU_PERCENT_MAX}
     * @param memoryMib 1 to {@link #MEMORY_MIB_MAX}
     * @param diskMib 1 to {@link #DISK_MIB_MAX}
     * @param databases that he may make, 0 to {@link #COUNT_MAX}
     * @param backups that he may keep, 0 to {@link #COUNT_MAX}
     * @param ports that he may have, 0 to {@link #COUNT_MAX}
     */
    record Machine(
            int cpuPercent, int memoryMib, int diskMib, int databases, int backups, int ports)
            implements Resources {
        /** 1,024 cores. */
        public static final int CPU_PERCENT_MAX = 102_400;

        /** 16 TiB. */
        public static final int MEMORY_MIB_MAX = 1 << 24;

        /** 1 PiB. */
        public static final int DISK_MIB_MAX = 1 << 30;

        /** The most databases, backups or ports. */
        public static final int COUNT_MAX = 1_000;

        /** Refuses what is out of bounds. */
        public Machine {
            check(cpuPercent, 1, CPU_PERCENT_MAX);
            check(memoryMib, 1, MEMORY_MIB_MAX);
            check(diskMib, 1, DISK_MIB_MAX);
            check(databases, 0, COUNT_MAX);
            check(backups, 0, COUNT_MAX);
            check(ports, 0, COUNT_MAX);
        }
    }

    /**
     * A line to the internet.
     *
     * @param downKbit thousands of bits in a second to the customer, 1 to {@link #KBIT_MAX}
     * @param upKbit the same from him
     */
    record Line(long downKbit, long upKbit) implements Resources {
        /** A terabit in a second. */
        public static final long KBIT_MAX = 1_000_000_000;

        /** Refuses what is out of bounds. */
        public Line {
            check(downKbit, 1, KBIT_MAX);
            check(upKbit, 1, KBIT_MAX);
        }
    }

    /** Nothing more. */
    static Resources none() {
        return new None();
    }

    /** Whether it can be made anew elsewhere without a loss: a server holds its customer's data. */
    default boolean isMovable() {
        return switch (this) {
            case None _, Line _ -> true;
            case Machine _ -> false;
        };
    }

    private static void check(long amount, long least, long most) {
        if (amount < least || amount > most) {
            throw new IllegalArgumentException(amount + " is not of " + least + " to " + most);
        }
    }
}
