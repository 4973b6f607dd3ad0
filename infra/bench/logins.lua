-- Logs in as each of the customers in turn, with the right password. Who is refused comes back when he was told to.
local customers, password, next, wait = 1, "", 0, 0

function init(args)
    customers, password = tonumber(args[1]), args[2]
end

function request()
    next = next + 1
    local email = "login" .. (next % customers) .. "@bench.test"
    return wrk.format("POST", nil, { ["Content-Type"] = "application/json" },
        '{"email":"' .. email .. '","password":"' .. password .. '"}')
end

function response(status, headers)
    wait = status == 429 and 1000 * tonumber(headers["Retry-After"] or headers["retry-after"] or "2") or 0
end

function delay()
    return wait
end
