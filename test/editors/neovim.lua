-- What a person does in Neovim, one step after the other, and what is to be seen after each. Written as JSON to the file
-- that the environment names. Nothing sleeps: each step goes on as soon as what it waits for is there.

local seen = {}

--- Waits until the condition holds, and gives what it returned.
local function wait(what, condition)
  local found
  local came = vim.wait(10000, function()
    found = condition()
    return found
  end, 10)
  if not came then error('waited in vain for ' .. what) end
  return found
end

--- Types keys as a person does; Neovim reads them once it waits for input.
local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'tx!', false)
end

local function open(path)
  vim.cmd('edit! ' .. path)
end

local function buffer_text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

--- Puts the cursor on the first place of a text.
local function go_to(text)
  vim.fn.cursor(1, 1)
  if vim.fn.search('\\V' .. text, 'cW') == 0 then error('no ' .. text) end
end

local function diagnostics()
  local found = wait('diagnostics', function()
    local all = vim.diagnostic.get(0)
    return #all > 0 and all
  end)
  return vim.tbl_map(function(one)
    local lines = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    return { message = one.message, severity = vim.diagnostic.severity[one.severity], covered = table.concat(lines, '\n') }
  end, found)
end

local function hover(text)
  go_to(text)
  vim.lsp.buf.hover()
  local window = wait('a hover', function()
    for _, one in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(one).relative ~= '' then return one end
    end
  end)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, '\n')
end

--- Adds a line after the one with a text, completes at its end, and accepts an item. Gives all items.
local function complete(after, line, label)
  go_to(after)
  vim.fn.append(vim.fn.line('.'), line)
  vim.fn.cursor(vim.fn.line('.') + 1, #line)
  local found
  local function choose()
    for index, item in ipairs(found) do
      if item == label then return index end
    end
    error('no ' .. label .. ' among ' .. vim.inspect(found))
  end
  local timer = vim.loop.new_timer()
  timer:start(10, 10, vim.schedule_wrap(function()
    if found or vim.fn.pumvisible() == 0 then return end
    timer:stop()
    found = vim.tbl_map(function(item) return item.abbr ~= '' and item.abbr or item.word end, vim.fn.complete_info({ 'items' }).items)
    local ok, index = pcall(choose)
    vim.api.nvim_input((ok and string.rep('<C-n>', index) or '') .. '<C-y><Esc>')
  end))
  vim.api.nvim_set_option('completeopt', 'menu,menuone,noinsert,noselect')
  type_keys('i<C-x><C-o>')
  timer:close()
  choose()
  return { items = found, line = vim.fn.getline('.') }
end

--- Chooses what can be done about a text from the menu. Gives what was offered.
local function fix(text, title)
  go_to(text)
  local offered
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item, items)
    for index, one in ipairs(offered) do
      if one:find(title, 1, true) then return choose(items[index], index) end
    end
    choose(nil)
  end
  local before = vim.api.nvim_buf_get_changedtick(0)
  vim.lsp.buf.code_action()
  wait('a quick fix', function() return vim.api.nvim_buf_get_changedtick(0) ~= before end)
  return { offered = offered, text = buffer_text() }
end

local function definition(text)
  go_to(text)
  local from = vim.api.nvim_buf_get_name(0)
  vim.lsp.buf.definition()
  wait('a definition', function() return vim.api.nvim_buf_get_name(0) ~= from end)
  return { file = vim.api.nvim_buf_get_name(0), line = vim.fn.getline('.') }
end

local function rename(text)
  go_to(text)
  local said
  vim.notify = function(message) said = message end
  vim.lsp.buf.rename('OTHER_CODE')
  return wait('why it is not renamed', function() return said end)
end

local steps = {
  { 'ts_diagnostics', function() open('src/send.ts') return diagnostics() end },
  { 'ts_hover', function() return hover('VALIDATION_ERROR') end },
  { 'ts_rename', function() return rename('VALIDATION_ERROR') end },
  { 'ts_fix', function() return fix('switch (', 'Add missing') end },
  { 'ts_completion', function() open('src/send.ts') return complete("'sent twice'", "\t\tcase ''", 'RATE_LIMITED') end },
  { 'ts_definition', function() open('src/send.ts') return definition('VALIDATION_ERROR') end },
  { 'py_diagnostics', function() open('src/send.py') return diagnostics() end },
  { 'py_hover', function() return hover('CONFLICT') end },
  { 'py_fix', function() return fix('match ', 'Add missing') end },
  { 'own_hover', function() open('src/charge.js') return hover('CARD_DECLINED') end },
  { 'own_definition', function() return definition('CARD_DECLINED') end },
  { 'catalog_diagnostics', function() open('.api-errors/broken.json') return diagnostics() end },
}

vim.schedule(function()
  for _, step in ipairs(steps) do
    local ok, result = pcall(step[2])
    seen[step[1]] = ok and result or nil
    if not ok then
      seen.error = step[1] .. ': ' .. tostring(result)
      break
    end
  end
  vim.fn.writefile({ vim.fn.json_encode(seen) }, os.getenv('API_ERRORS_SEEN'))
  vim.cmd('qall!')
end)
