package io.cybervpn.infrastructure.live.valkey;

/** What is one step in Valkey. */
final class Scripts {
    /**
     * Numbers, keeps and tells news, unless they were told before. Numbers begin with the time in
     * milliseconds, so that they only grow, also after they were forgotten. Keys: told before,
     * number, kept. Arguments: both halves of the text, address, channel, how many are kept, for
     * how many seconds, and how long it is known that they were told. Gives the number; 0 for told
     * before.
     */
    static final String TELL =
            """
            if not redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[7]) then return 0 end
            local seq = redis.call('INCR', KEYS[2])
            if seq == 1 then
                local time = redis.call('TIME')
                seq = time[1] * 1000 + math.floor(time[2] / 1000)
                redis.call('SET', KEYS[2], string.format('%d', seq))
            end
            local number = string.format('%d', seq)
            local line = ARGV[3] .. ' ' .. number .. ' ' .. ARGV[1] .. number .. ARGV[2]
            redis.call('RPUSH', KEYS[3], line)
            redis.call('LTRIM', KEYS[3], -tonumber(ARGV[5]), -1)
            redis.call('EXPIRE', KEYS[2], ARGV[6])
            redis.call('EXPIRE', KEYS[3], ARGV[6])
            redis.call('PUBLISH', ARGV[4], 'news ' .. line)
            return seq""";

    /** The latest number of an address, or an empty text, and what is kept of it. */
    static final String SINCE =
            """
            return {redis.call('GET', KEYS[1]) or '', redis.call('LRANGE', KEYS[2], 0, -1)}""";

    /** The name under which it is kept that all of a board was told, be it an empty one. */
    static final String TOLD_WHOLE = "*";

    /**
     * Takes the turn to tell a board. Keys: turn, told. Argument: for how many milliseconds. Gives
     * 0, or 1 and what was told, names and digests by turns.
     */
    static final String TURN =
            """
            if not redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) then return {0} end
            local said = redis.call('HGETALL', KEYS[2])
            table.insert(said, 1, 1)
            return said""";

    /**
     * Remembers what was told, unless what it adds to is not known any more, and keeps the pace.
     * Keys: turn, told. Arguments: milliseconds of the pace, 1 for all of it, for how many seconds,
     * how many are gone, those, and names and digests by turns.
     */
    static final String NOTE =
            """
            redis.call('SET', KEYS[1], '1', 'PX', ARGV[1])
            if ARGV[2] == '1' then
                redis.call('DEL', KEYS[2])
                redis.call('HSET', KEYS[2], '*', '1')
                redis.call('EXPIRE', KEYS[2], ARGV[3])
            elseif redis.call('EXISTS', KEYS[2]) == 0 then
                return 0
            end
            local gone = tonumber(ARGV[4])
            for i = 5, 4 + gone do redis.call('HDEL', KEYS[2], ARGV[i]) end
            for i = 5 + gone, #ARGV, 2 do redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
            return 1""";

    private Scripts() {}
}
