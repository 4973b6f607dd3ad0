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

    private Scripts() {}
}
