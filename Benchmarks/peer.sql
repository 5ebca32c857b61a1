-- What the forms 公开01–09 need of 收入.csv and 支出.csv, by DuckDB: the amounts by every grouping that some column or
-- row of a form asks for, for each unit and for the department (单位 is NULL there). The files are read once; the
-- coarser groupings are made from the finest. Run in the book's folder; writes peer.csv.
-- Types are given beforehand, codes as numbers and words as enumerations, which is the fastest that was found.
SET preserve_insertion_order = false;

CREATE TYPE 资金类型 AS ENUM ('一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款', '上级补助收入', '财政专户管理资金', '经营收入', '附属单位上缴收入', '其他收入','事业收入');
CREATE TYPE 性质类型 AS ENUM ('基本支出', '项目支出');
CREATE TEMP TABLE income AS
SELECT 单位, 功能科目, 资金性质, sum(金额) AS 金额
FROM read_csv('收入.csv', header = true, auto_detect = false, columns = {
    '单位': 'INTEGER', '功能科目': 'INTEGER', '资金性质': '资金类型', '金额': 'DECIMAL(18,2)', '摘要': 'VARCHAR'})
GROUP BY ALL;

CREATE TEMP TABLE spent AS
SELECT 单位, 功能科目, 经济科目, 资金性质, 支出性质, sum(金额) AS 金额
FROM read_csv('支出.csv', header = true, auto_detect = false, columns = {
    '单位': 'INTEGER', '日期': 'VARCHAR', '凭证号': 'VARCHAR', '分录号': 'VARCHAR', '功能科目': 'INTEGER',
    '经济科目': 'INTEGER', '资金性质': '资金类型', '资金来源': 'VARCHAR', '支出性质': '性质类型', '项目': 'VARCHAR',
    '金额': 'DECIMAL(18,2)', '摘要': 'VARCHAR'})
GROUP BY ALL;

-- What each family of forms asks for, without the codes it does not: a third of the rows for what follows.
CREATE TEMP TABLE i AS
SELECT 单位, 功能科目 // 10000 AS 类, 功能科目 // 100 AS 款, 功能科目 AS 项, 资金性质 AS 资金, 金额 FROM income;
CREATE TEMP TABLE f AS
SELECT 单位, 功能科目 // 10000 AS 类, 功能科目 // 100 AS 款, 功能科目 AS 项, 资金性质 AS 资金, 支出性质 AS 性质, sum(金额) AS 金额
FROM spent GROUP BY ALL;
CREATE TEMP TABLE e AS
SELECT 单位, 经济科目 // 100 AS 经济类, 经济科目 AS 经济款, 资金性质 AS 资金, 支出性质 AS 性质, sum(金额) AS 金额
FROM spent GROUP BY ALL;

COPY (
    -- T01, T02, T04, T08: income by fund, and by function and fund.
    SELECT 'income' AS form, 单位, 类, 款, 项, 资金, NULL AS 性质, NULL AS 经济类, NULL AS 经济款, sum(金额) AS 金额
    FROM i
    GROUP BY GROUPING SETS (
        (单位, 资金), (单位, 类, 资金), (单位, 款, 资金), (单位, 项, 资金),
        (资金), (类, 资金), (款, 资金), (项, 资金))
    UNION ALL
    -- T01, T03, T04, T05, T08, T09: expenditure by function at its three levels, fund and kind.
    SELECT 'function', 单位, 类, 款, 项, 资金, 性质, NULL, NULL, sum(金额)
    FROM f
    GROUP BY GROUPING SETS (
        (单位, 资金, 性质), (单位, 类, 资金, 性质), (单位, 款, 资金, 性质), (单位, 项, 资金, 性质),
        (资金, 性质), (类, 资金, 性质), (款, 资金, 性质), (项, 资金, 性质))
    UNION ALL
    -- T06, T07: expenditure by economic item at its two levels, fund and kind.
    SELECT 'economic', 单位, NULL, NULL, NULL, 资金, 性质, 经济类, 经济款, sum(金额)
    FROM e
    GROUP BY GROUPING SETS (
        (单位, 经济类, 资金, 性质), (单位, 经济款, 资金, 性质), (经济类, 资金, 性质), (经济款, 资金, 性质))
) TO 'peer.csv' (HEADER, DELIMITER ',');
