-- Publishes the pages of BENCH_PAGES in turn to the environment BENCH_ENVIRONMENT.
local pages, count = {}, 0

function init(arguments)
  for id in os.getenv("BENCH_PAGES"):gmatch("%S+") do pages[#pages + 1] = id end
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = '{"environmentId":"' .. os.getenv("BENCH_ENVIRONMENT") .. '"}'
end

function request()
  count = count + 1
  return wrk.format(nil, "/api/v1/pages/" .. pages[count % #pages + 1] .. "/publish")
end
