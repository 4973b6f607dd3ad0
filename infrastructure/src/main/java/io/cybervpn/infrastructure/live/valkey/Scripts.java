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

    /** Before the name of an instance: there as long as it lives. */
    static final String INSTANCE = "live:instance:";

    /**
     * Counts a socket of an account, and has the oldest ones go that are too many. Keys: the
     * account's set, the instance. Arguments: the instance, the socket, how many there may be, the
     * channel, for how many seconds the instance is known to live, and the set is kept.
     */
    static final String ENTER =
            """
            local time = redis.call('TIME')
            local now = string.format('%.0f', time[1] * 1000000 + time[2])
            redis.call('SET', KEYS[2], '1', 'EX', ARGV[5])
            redis.call('ZADD', KEYS[1], now, ARGV[1] .. ' ' .. ARGV[2])
            redis.call('EXPIRE', KEYS[1], ARGV[6])
            if redis.call('ZCARD', KEYS[1]) <= tonumber(ARGV[3]) then return 0 end
            for _, one in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
                local instance = string.match(one, '^(%S+)')
                if redis.call('EXISTS', 'live:instance:' .. instance) == 0 then
                    redis.call('ZREM', KEYS[1], one)
                end
            end
            local more = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[3])
            if more <= 0 then return 0 end
            local line = 'replaced'
            for _, one in ipairs(redis.call('ZRANGE', KEYS[1], 0, more - 1)) do
                line = line .. ' ' .. string.match(one, '(%S+)$')
                redis.call('ZREM', KEYS[1], one)
            end
            redis.call('PUBLISH', ARGV[4], line)
            return more""";

    /** Key: the instance. Argument: for how many seconds it lives. Gives 1 if it was known. */
    static final String LIVE =
            """
            local known = redis.call('EXISTS', KEYS[1])
            redis.call('SET', KEYS[1], '1', 'EX', ARGV[1])
            return known""";

    private Scripts() {}
}
