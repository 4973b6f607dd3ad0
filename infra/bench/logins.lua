-- Logs in as each of the customers in turn, with the right password.
local customers, password, next = 1, "", 0

function init(args)
    customers, password = tonumber(args[1]), args[2]
end

function request()
    next = next + 1
    local email = "login" .. (next % customers) .. "@bench.test"
    return wrk.format("POST", nil, { ["Content-Type"] = "application/json" },
        '{"email":"' .. email .. '","password":"' .. password .. '"}')
end
